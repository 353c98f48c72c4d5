import { documentOf } from './docx/document.ts'
import type { OutlineParagraph } from './docx/outline.ts'
import type { DeckPicture } from './picture.ts'
import { presentationOf } from './pptx/presentation.ts'

/** A deck as it was read from its pages: what Office files are made of. */
export interface Reading {
  readonly picture: DeckPicture
  readonly outline: readonly OutlineParagraph[]
}

/** What a deck is called, and what it is about. */
export interface Naming {
  readonly title: string
  readonly description: string
}

/** The Office files of a deck. */
export type OfficeFile = 'slides' | 'speaker' | 'outline'

/** Once and quietly, among the properties of each file. */
const remark =
  'Tài liệu tham khảo. Lời có nguồn đã sửa trong tệp này thì không còn là lời của nguồn.'

/**
 * Makes an Office file: the slides for the audience, those with the speaker's notes, or the
 * outline. The same deck gives the same bytes.
 */
export function officeFile(
  file: OfficeFile,
  { picture, outline }: Reading,
  { title, description }: Naming,
): Promise<Uint8Array<ArrayBuffer>> {
  return file === 'outline'
    ? documentOf(outline, { title: `Đề cương – ${title}`, description, remark })
    : presentationOf(picture, { title, description, remark }, file === 'speaker')
}

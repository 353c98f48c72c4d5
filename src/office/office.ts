import { documentOf } from './docx/document.ts'
import { type OutlineParagraph, outlineIn } from './docx/outline.ts'
import { measureDeck } from './measure/deck.ts'
import type { DeckPicture } from './picture.ts'
import { presentationOf } from './pptx/presentation.ts'

/** A deck as it was read from its pages: what Office files are made of. */
export interface Reading {
  readonly picture: DeckPicture
  readonly outline: readonly OutlineParagraph[]
}

/** Reads the review page's cards and the outline, both rendered; see `measureDeck`. */
export const readPages = async (
  cards: ParentNode,
  outline: ParentNode,
  stage: HTMLElement,
): Promise<Reading> => ({
  picture: await measureDeck(cards, stage),
  outline: outlineIn(outline),
})

/** What a deck is called, and what it is about. */
export interface Naming {
  readonly title: string
  readonly description: string
}

/** The Office files of a deck. */
export type OfficeFile = 'slides' | 'speaker' | 'outline'

/** The names of the files, and of those of a private version. */
export const fileNames: Readonly<Record<'deck' | 'version', Readonly<Record<OfficeFile, string>>>> =
  {
    deck: {
      slides: 'trang-chieu.pptx',
      speaker: 'trang-chieu-bao-cao-vien.pptx',
      outline: 'de-cuong.docx',
    },
    version: {
      slides: 'ban-rieng.pptx',
      speaker: 'ban-rieng-bao-cao-vien.pptx',
      outline: 'ban-rieng.docx',
    },
  }

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

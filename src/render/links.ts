/** Where the pages of a deck lead to each other. */
export interface Links {
  readonly deck: string
  /** Absent where the speaker's screen does not come along. */
  readonly speaker?: string
  /** Absent where the page to read beforehand does not come along. */
  readonly review?: string
  /** Absent where the outline does not come along. */
  readonly outline?: string
  readonly check: string
  /** What may stand beside the pages, made by other commands: files to load down, by their names. */
  readonly files?: Readonly<Record<string, string>>
}

/** Pages side by side in one folder. */
export const hostedLinks: Links = {
  deck: './',
  speaker: 'speaker.html',
  review: 'review.html',
  outline: 'outline.html',
  check: 'check.html',
  files: {
    'slides.pdf': 'Trang chiếu (PDF)',
    'handout.pdf': 'Trang chiếu kèm ghi chú (PDF)',
    'outline.pdf': 'Đề cương (PDF)',
    'mang-theo/bao-cao-vien.html': 'Tệp của báo cáo viên (HTML)',
    'mang-theo/khan-gia.html': 'Tệp của người nghe (HTML)',
    'mang-theo/bo-trang-chieu.zip': 'Tất cả trong một tệp nén (ZIP)',
  },
}

/** All in one file, whatever its name: the same file again, asked for another page. */
export const packedLinks: Links = {
  deck: '?',
  speaker: '?bao-cao-vien',
  review: '?doc-truoc',
  outline: '?de-cuong',
  check: '?kiem-tra',
}

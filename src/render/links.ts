/** The URLs by which the pages of a deck link to each other. */
export interface Links {
  readonly deck: string
  /** Absent without a speaker screen. */
  readonly speaker?: string
  /** Absent without a review page. */
  readonly review?: string
  /** Absent without an outline. */
  readonly outline?: string
  readonly check: string
  /** Absent without a speaker's guide. */
  readonly guide?: string
  /**
   * Downloads that `npm run pdf`, `npm run office` and `npm run pack` may have put beside the pages:
   * file to label.
   */
  readonly files?: Readonly<Record<string, string>>
}

/** What the pages beside the deck are called. */
export const pageTitles = {
  speaker: 'Màn hình báo cáo viên',
  review: 'Chế độ đọc trước',
  outline: 'Đề cương',
  check: 'Trang kiểm tra',
  guide: 'Hướng dẫn cho báo cáo viên',
} as const satisfies Partial<Record<keyof Links, string>>

/** The links of pages side by side in one folder. */
export const hostedLinks: Links = {
  deck: './',
  speaker: 'speaker.html',
  review: 'review.html',
  outline: 'outline.html',
  check: 'check.html',
  guide: 'huong-dan.html',
  files: {
    'slides.pdf': 'Trang chiếu (PDF)',
    'notes.pdf': 'Trang chiếu kèm ghi chú báo cáo viên (PDF)',
    'audience.pdf': 'Tài liệu phát cho người nghe (PDF)',
    'outline.pdf': 'Đề cương (PDF)',
    'mang-theo/trang-chieu.pptx': 'Trang chiếu (PowerPoint)',
    'mang-theo/trang-chieu-bao-cao-vien.pptx': 'Trang chiếu kèm ghi chú (PowerPoint)',
    'mang-theo/de-cuong.docx': 'Đề cương (Word)',
    'mang-theo/bao-cao-vien.html': 'Bộ trang chiếu một tệp, cho báo cáo viên (HTML)',
    'mang-theo/khan-gia.html': 'Bộ trang chiếu một tệp, cho người nghe (HTML)',
    'mang-theo/bo-trang-chieu.zip': 'Tất cả trong một tệp nén (ZIP)',
  },
}

/** The links of a packed file: the same file with another query, so that it may be renamed. */
export const packedLinks: Links = {
  deck: '?',
  speaker: '?bao-cao-vien',
  review: '?doc-truoc',
  outline: '?de-cuong',
  check: '?kiem-tra',
  guide: '?huong-dan',
}

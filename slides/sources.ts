import { citing } from '../src/model/deck/source.ts'

/**
 * Cites the works listed here. Paragraphs are the article's non-blank lines, counted from 1; the
 * third is a leftover of the web page and cannot be cited.
 */
export const cite = citing({
  kinhtedothi: {
    name: 'bài trên Kinhtedothi',
    by: 'Trần Long',
    paragraphs: [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  },
})

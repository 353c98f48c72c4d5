import { citing } from '../../src/model/deck/source.ts'

/** An invented newsletter; its fourth paragraph may not be cited. */
export const cite = citing({
  banTin: { name: 'Bản tin Mây', by: 'Lê Mai', paragraphs: [1, 2, 3, 5, 6, 7, 8, 9, 10] },
})

import { deck } from '#deck'
import { applyVersion } from '../../../src/model/version/apply-version.ts'
import { original, type Version } from '../../../src/model/version/version.ts'
import { fileOf } from '../../../src/model/version/version-file.ts'

/** A version as a speaker would make it: four slides hidden, some moved, local matter added. */
export const version: Version = {
  ...original,
  hidden: ['con-thieu', 'khach-moi', 'tu-sach', 'viec-1'],
  order: [
    'ngay-sach',
    'rieng-2',
    ...['lich-ngay', 'tu-sach', 'khach-moi', 'con-so', 'rieng-1'],
    'chuyen-ke',
  ],
  notes: { 'con-so': 'Nhắc số 3.\n<i>Hỏi</i> lại & dừng', 'rieng-1': 'Nói chậm' },
  own: [
    { id: 'rieng-1', title: 'Liên hệ huyện A', points: ['Ý một <b>', 'Ý hai'], minutes: 2 },
    { id: 'rieng-2', title: 'Chào hội nghị', points: ['Lý do có buổi này'], minutes: 0.5 },
  ],
  cover: { place: 'Hội trường huyện ủy', date: '25/5/2018', speaker: 'Nguyễn Văn Á' },
  plan: { minutes: 20, seconds: { 'con-so': 45 } },
}

/** Its file. */
export const file = fileOf(deck.id, version)

/** The deck that it shows. */
export const edition = applyVersion(deck, version)

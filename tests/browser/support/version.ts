import { deck } from '#deck'
import { applyVersion } from '../../../src/model/version/apply-version.ts'
import { original, type Version } from '../../../src/model/version/version.ts'
import { fileOf } from '../../../src/model/version/version-file.ts'

/** A version as a speaker would make it: six slides hidden, some moved, local matter added. */
export const version: Version = {
  ...original,
  hidden: ['bai-khong-neu', 'ben-canh-do', 'diem-cau', 'dot-pha-5', 'nguoi-du', 'nhom-viec'],
  order: [
    'hoi-nghi',
    'rieng-2',
    ...['chuong-trinh', 'diem-cau', 'nguoi-du', 'ket-qua', 'nghi-quyet', 'rieng-1', 'nhom-viec'],
    'chuyen-de',
  ],
  notes: { 'ket-qua': 'Nhắc số 3.\n<i>Hỏi</i> lại & dừng', 'rieng-1': 'Nói chậm' },
  own: [
    { id: 'rieng-1', title: 'Liên hệ huyện A', points: ['Ý một <b>', 'Ý hai'], minutes: 2 },
    { id: 'rieng-2', title: 'Chào hội nghị', points: ['Lý do có buổi này'], minutes: 0.5 },
  ],
  cover: { place: 'Hội trường huyện ủy', date: '25/5/2018', speaker: 'Nguyễn Văn Á' },
}

/** Its file. */
export const file = fileOf(deck.id, version)

/** The deck that it shows. */
export const edition = applyVersion(deck, version)

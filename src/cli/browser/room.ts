import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { DeckError } from '../../model/error.ts'

/** The room that a browser takes for its profile and for what its processes share, in bytes. */
const needed = 64e6

/**
 * An error that says that the temporary folder has too little room for a browser; undefined if it has
 * enough. A browser without room just dies, and says nothing of it. `free` is the room in a folder.
 */
export async function shortOfRoom(
  cause: unknown,
  free = async (folder: string): Promise<number> => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  },
): Promise<DeckError | undefined> {
  // The folder of this work, and the one that it is in, which stays.
  const folder = dirname(tmpdir())
  const room = await free(folder).catch(() => needed)
  if (room >= needed) return undefined
  return new DeckError(
    `Thư mục tạm “${folder}” chỉ còn ${Math.floor(room / 1e6)} MB, trình duyệt cần ${needed / 1e6} MB.`,
    'Xoá bớt tệp ở đó, hoặc đặt TMPDIR (trên Windows: TEMP) là thư mục còn chỗ, rồi chạy lại lệnh.',
    { cause },
  )
}

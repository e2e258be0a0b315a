import { type UnzipFileInfo, unzipSync } from 'fflate'
import { ProblemsError } from '../../domain/errors.ts'

/** Opens a .docx, which is a zip archive of XML parts; hostile and unsuitable ones are refused. */

const MIB = 2 ** 20
/** Bytes of the file itself. */
export const FILE_AT_MOST = 50 * MIB
/** Bytes of one part, unpacked. */
export const PART_AT_MOST = 40 * MIB
/** Bytes of all parts, unpacked. */
export const ALL_AT_MOST = 200 * MIB
/** Number of parts. */
export const PARTS_AT_MOST = 4000

/** The parts of a document by name, such as `word/document.xml`. */
export type Parts = ReadonlyMap<string, Uint8Array>

function refuse(file: string, fault: string, fix: string): never {
  throw new ProblemsError([{ place: file, fault, fix }])
}

const SAVE_AGAIN = '在 Word 里打开它，另存为“Word 文档（.docx）”，再导入。'

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** Which parts are unpacked: nothing but what is read, within the limits that the archive's directory states. */
function limited(file: string): (info: UnzipFileInfo) => boolean {
  let parts = 0
  let bytes = 0
  return ({ name, originalSize }) => {
    parts += 1
    if (parts > PARTS_AT_MOST) refuse(file, '文件里的部件太多。', SAVE_AGAIN)
    if (!/\.(?:xml|rels|png|jpe?g|gif|webp)$/i.test(name)) return false
    bytes += originalSize
    if (originalSize > PART_AT_MOST || bytes > ALL_AT_MOST) {
      refuse(file, '文件展开以后太大。', '压缩图片，或者把文件分成几份。')
    }
    return true
  }
}

/** Names of all parts, those too that aren't unpacked. */
function namesIn(bytes: Uint8Array): Set<string> {
  const names = new Set<string>()
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.add(name)
      return false
    },
  })
  return names
}

/**
 * Unpacks a document.
 *
 * @param file its name, shown in problems
 * @throws {ProblemsError} when it is empty, too large, protected, an old .doc, has macros or isn't a Word document
 */
export function openPackage(file: string, bytes: Uint8Array): Parts {
  if (bytes.length === 0) refuse(file, '这是空文件。', SAVE_AGAIN)
  if (bytes.length > FILE_AT_MOST) refuse(file, '文件超过50 MB。', '压缩图片，或者把文件分成几份。')
  // An OLE container: the old format, or a new one behind a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    refuse(file, '这是旧的 .doc 文件，或者设了密码。', `去掉密码。${SAVE_AGAIN}`)
  }
  if (!startsWith(bytes, 0x50, 0x4b)) refuse(file, '这不是 Word 文件。', SAVE_AGAIN)
  let parts: Parts
  let names: Set<string>
  try {
    names = namesIn(bytes)
    parts = new Map(Object.entries(unzipSync(bytes, { filter: limited(file) })))
  } catch (error) {
    if (error instanceof ProblemsError) throw error
    return refuse(file, '文件损坏了，打不开。', SAVE_AGAIN)
  }
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) refuse(file, '文件里有宏。', `不要带宏。${SAVE_AGAIN}`)
  if (!parts.has('[Content_Types].xml') || !parts.has('_rels/.rels')) refuse(file, '这不是 Word 文件。', SAVE_AGAIN)
  return parts
}

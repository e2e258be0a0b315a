import { type ArchiveKind, openArchive, refuseFile } from '../archive.ts'
import { startsWith } from '../decode-text.ts'

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

const SAVE_AGAIN = '在 Word 里打开它，另存为“Word 文档（.docx）”，再导入。'

const WORD: ArchiveKind = {
  limits: { file: FILE_AT_MOST, part: PART_AT_MOST, all: ALL_AT_MOST, parts: PARTS_AT_MOST },
  wanted: (name) => /\.(?:xml|rels|png|jpe?g|gif|webp)$/i.test(name),
  name: 'Word 文件',
  saveAgain: SAVE_AGAIN,
  makeSmaller: '压缩图片，或者把文件分成几份。',
}

/**
 * Unpacks a document.
 *
 * @param file its name, shown in problems
 * @throws {ProblemsError} when it is empty, too large, protected, an old .doc, has macros or isn't a Word document
 */
export function openPackage(file: string, bytes: Uint8Array): Parts {
  // An OLE container: the old format, or a new one behind a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    refuseFile(file, '这是旧的 .doc 文件，或者设了密码。', `去掉密码。${SAVE_AGAIN}`)
  }
  const { names, parts } = openArchive(file, bytes, WORD)
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) {
    refuseFile(file, '文件里有宏。', `不要带宏。${SAVE_AGAIN}`)
  }
  if (!parts.has('[Content_Types].xml') || !parts.has('_rels/.rels')) refuseFile(file, '这不是 Word 文件。', SAVE_AGAIN)
  return parts
}

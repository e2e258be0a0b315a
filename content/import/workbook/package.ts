import { type ArchiveKind, openArchive, refuseFile } from '../archive.ts'
import { startsWith } from '../decode-text.ts'

/** Opens an .xlsx, which is a zip archive of XML parts; hostile and unsuitable ones are refused. */

const MIB = 2 ** 20
/** Bytes of the file itself. Fifty thousand people with all columns take 4 MB. */
export const FILE_AT_MOST = 32 * MIB
const SAVE_AGAIN = '用 Excel 或者 WPS 打开，另存为“Excel 工作簿（.xlsx）”，再导入。'
export const MAKE_SMALLER = '删去图片和用不着的行、列、工作表，或者拆成几个文件。'

const WORKBOOK: ArchiveKind = {
  limits: { file: FILE_AT_MOST, part: 128 * MIB, all: 192 * MIB, parts: 2000 },
  wanted: (name) => !name.endsWith('/'),
  name: 'Excel 工作簿',
  saveAgain: SAVE_AGAIN,
  makeSmaller: MAKE_SMALLER,
}

/** Whether an OLE container holds a new workbook behind a password: the container then has a stream of that name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = 'EncryptedPackage'
  const letters = (at: number) => [...name].every((letter, index) => bytes[at + 2 * index] === letter.charCodeAt(0))
  for (let at = bytes.indexOf(0x45); at !== -1; at = bytes.indexOf(0x45, at + 1)) if (letters(at)) return true
  return false
}

/** Refuses what can't be read, in words for what it is. @throws {ProblemsError} */
export function refuseBroken(file: string): never {
  return refuseFile(file, '文件的内容读不懂。', SAVE_AGAIN)
}

/**
 * Unpacks a workbook, all parts of it.
 *
 * @param file its name, shown in problems
 * @throws {ProblemsError} with one problem, when it is empty, too large, protected, an old .xls, has macros or isn't a workbook
 */
export function openWorkbook(file: string, bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (bytes.length > FILE_AT_MOST) refuseFile(file, `文件超过${FILE_AT_MOST / MIB} MB。`, MAKE_SMALLER)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (isEncrypted(bytes)) refuseFile(file, '文件设了打开密码。', '在 Excel 里打开，去掉密码，保存后再导入。')
    refuseFile(file, '这是旧的 .xls 文件。', SAVE_AGAIN)
  }
  const { names, parts } = openArchive(file, bytes, WORKBOOK)
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name)))
    refuseFile(file, '文件里有宏。', `不要带宏。${SAVE_AGAIN}`)
  if (!parts.has('[Content_Types].xml') || !parts.has('_rels/.rels') || !names.has('xl/workbook.xml')) {
    refuseFile(file, '这不是 Excel 工作簿（.xlsx）。', SAVE_AGAIN)
  }
  return parts
}

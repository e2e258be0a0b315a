import { Unzip, UnzipInflate, unzipSync } from 'fflate'
import { ProblemsError } from '../domain/errors.ts'
import { startsWith } from './decode-text.ts'

/**
 * Opens the zip archives that Office files are, in memory that has a limit. An archive says in its directory how large each
 * part gets; what comes out must be so large and no larger.
 */

/** What an archive may have; all sizes in bytes. */
export interface ArchiveLimits {
  /** Size of the file itself. */
  readonly file: number
  /** Size of one part, unpacked. */
  readonly part: number
  /** Size of all parts, unpacked. */
  readonly all: number
  /** Number of parts, those too that aren't unpacked. */
  readonly parts: number
}

/** What an archive should be, and what to do about one that isn't. */
export interface ArchiveKind {
  readonly limits: ArchiveLimits
  /** Which parts are unpacked. */
  readonly wanted: (name: string) => boolean
  /** Name of the kind, such as `Word 文件`. */
  readonly name: string
  /** How to write a sound file. */
  readonly saveAgain: string
  /** How to make a file smaller. */
  readonly makeSmaller: string
}

/** An archive, unpacked. */
export interface Archive {
  /** Names of all parts, those too that aren't unpacked. */
  readonly names: ReadonlySet<string>
  /** The parts that are wanted, by name, such as `word/document.xml`. */
  readonly parts: ReadonlyMap<string, Uint8Array>
}

/** Packed bytes that are taken at a time: so few can't unpack to more than 17 MB before they are measured. */
const STEP = 2 ** 14
/** Parts from this size on may be so many times as large as they are packed. Sheets of blank rows reach 150. */
const RATIO_FROM = 4 * 2 ** 20
const RATIO_AT_MOST = 400

/** Refuses a file with one problem. @throws {ProblemsError} always */
export function refuseFile(file: string, fault: string, fix: string): never {
  throw new ProblemsError([{ place: file, fault, fix }])
}

/** Sizes of the wanted parts as the directory states them. */
function directory(file: string, bytes: Uint8Array, kind: ArchiveKind) {
  const { limits, saveAgain, makeSmaller } = kind
  const names = new Set<string>()
  const sizes = new Map<string, number>()
  let all = 0
  unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      // Two parts of a name are read differently by different programs.
      if (names.has(name)) refuseFile(file, '文件损坏了，里面有两个同名的部件。', saveAgain)
      names.add(name)
      if (names.size > limits.parts) refuseFile(file, '文件里的部件太多。', saveAgain)
      if (!kind.wanted(name)) return false
      all += originalSize
      const isBomb = originalSize > RATIO_FROM && originalSize > size * RATIO_AT_MOST
      if (originalSize > limits.part || all > limits.all || isBomb) {
        refuseFile(file, '文件展开以后太大。', makeSmaller)
      }
      sizes.set(name, originalSize)
      return false
    },
  })
  return { names, sizes }
}

/** Unpacks the parts of known sizes. @throws {Error} when one has another size */
function unpack(bytes: Uint8Array, sizes: ReadonlyMap<string, number>): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>()
  const archive = new Unzip((part) => {
    const size = sizes.get(part.name)
    if (size === undefined) return
    const whole = new Uint8Array(size)
    let at = 0
    part.ondata = (error, chunk, isLast) => {
      if (error) throw error
      if (at + chunk.length > size) throw new Error('larger than the directory says')
      whole.set(chunk, at)
      at += chunk.length
      if (isLast && at === size) parts.set(part.name, whole)
    }
    part.start()
  })
  archive.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += STEP) {
    archive.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
  }
  if (parts.size < sizes.size) throw new Error('smaller than the directory says')
  return parts
}

/**
 * Unpacks an archive.
 *
 * @param file its name, shown in problems
 * @throws {ProblemsError} with one problem, when it is empty, too large, not an archive or broken
 */
export function openArchive(file: string, bytes: Uint8Array, kind: ArchiveKind): Archive {
  const { limits, name, saveAgain, makeSmaller } = kind
  if (bytes.length === 0) refuseFile(file, '这是空文件。', saveAgain)
  if (bytes.length > limits.file) refuseFile(file, `文件超过${limits.file / 2 ** 20} MB。`, makeSmaller)
  if (!startsWith(bytes, 0x50, 0x4b)) refuseFile(file, `这不是 ${name}。`, saveAgain)
  try {
    const { names, sizes } = directory(file, bytes, kind)
    return { names, parts: unpack(bytes, sizes) }
  } catch (error) {
    if (error instanceof ProblemsError) throw error
    return refuseFile(file, '文件损坏了，打不开。', saveAgain)
  }
}

import { lawsFolder } from '../../content/source/statutes.ts'

/** Folder of the imported texts: from the working folder, because the build moves this module elsewhere. */
export const LAWS_FOLDER = lawsFolder('.')

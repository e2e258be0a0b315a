import { join, resolve } from 'node:path'

/** Folder of the imported texts; `MINGFA_DATA` names another folder of data, as for the server. */
export const LAWS_FOLDER = join(resolve(process.env['MINGFA_DATA'] ?? '.data'), 'laws')

import * as z from 'zod/mini'
import english from 'zod/v4/locales/en.js'
import { createApp } from './app.ts'

export { Attempts } from './objects/attempts/object.ts'
export { Bank } from './objects/bank/object.ts'
export { Board } from './objects/board/object.ts'
export { Certificates } from './objects/certificates/object.ts'
export { Library } from './objects/library/object.ts'
export { Reports } from './objects/reports/object.ts'
export { Roster } from './objects/roster/object.ts'
export { Pages } from './pages.ts'

// zod/mini has no texts of its own; without them every fault reads "Invalid input".
// This one file, since z.locales would bring every language into the bundle.
z.config(english())

export default createApp()

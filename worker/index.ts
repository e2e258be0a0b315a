import * as z from 'zod/mini'
import { createApp } from './app.ts'

export { Attempts } from './objects/attempts/object.ts'
export { Bank } from './objects/bank/object.ts'
export { Board } from './objects/board/object.ts'
export { Pages } from './pages.ts'

// zod/mini has no texts of its own; without them every fault reads "Invalid input".
z.config(z.locales.en())

export default createApp()

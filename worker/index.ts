import { createApp } from './app.ts'

export { Attempts } from './objects/attempts/object.ts'
export { Bank } from './objects/bank/object.ts'
export { Board } from './objects/board/object.ts'

export { Pages } from './pages.ts'

export default createApp()

import type { Problem } from '../../content/domain/errors.ts'

/** What is wrong with the content, for authors, as the preview shows it. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}

/** A notice with every problem: where, what, and what to do. */
export function problemNotice(problems: readonly Problem[], heading: string): string {
  const items = problems.map(
    ({ place, fault, fix }) =>
      `<li><code>${escaped(place)}</code><br>${escaped(fault)}<br><strong>怎么改：</strong>${escaped(fix)}</li>`,
  )
  return (
    `<section class="notice" lang="zh-CN" aria-labelledby="content-problems">` +
    `<h2 id="content-problems">${escaped(heading)}</h2><ol>${items.join('')}</ol></section>`
  )
}

/**
 * The page of the preview while a file can't be read, because then there is no content to make pages of. It gives way to the
 * page that was asked for as soon as the files can be read.
 */
export function unreadablePage(problems: readonly Problem[]): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>有${problems.length}处读不了，页面出不来</title>
<link rel="stylesheet" href="/site/styles/site.css">
<script type="module" src="/@vite/client"></script>
</head>
<body>
<main class="page page-reading">
<h1>有${problems.length}处读不了，页面出不来</h1>
<p>照下面说的改，保存文件。改好以后，这里自动变成要看的页面，不用重新运行。</p>
${problemNotice(problems, '要改的地方')}
</main>
</body>
</html>
`
}

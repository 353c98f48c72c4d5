/** The text of a Markdown file, put there by Vite. */
declare module '*.md?raw' {
  const text: string
  export default text
}

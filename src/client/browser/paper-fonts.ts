/** The letters of paper: a browser fetches them only when it prints, and does not wait for them. */
export const loadPaperFonts = (): Promise<unknown> =>
  Promise.all(
    ['14pt Tinos', 'bold 14pt Tinos'].map((font) =>
      // Without them a document is printed in the letters of the machine.
      document.fonts.load(font, 'Đề cương').catch(() => undefined),
    ),
  )

/**
 * Loads the fonts of A4 documents. A browser requests them only when it prints, and then does not
 * wait.
 */
export const loadPaperFonts = (): Promise<unknown> =>
  Promise.all(
    ['14pt Tinos', 'bold 14pt Tinos'].map((font) =>
      // Without the font, the document is printed in a font of the machine.
      document.fonts.load(font, 'Đề cương').catch(() => undefined),
    ),
  )

/** Slides that take more rows, each with its reason. */
export const longer: Readonly<Record<string, number>> = {
  // Two people side by side, and the strip of what is missing.
  'nguoi-du': 7,
  // Three items of the programme, each with the parts that it leads to beside it.
  'chuong-trinh': 10,
  // An overview, to be recognised while the speaker names the five.
  'nam-dot-pha': 9,
  // Two topics in full, in seven lines, one of them in letters of two sizes.
  'ben-canh-do': 8,
  // A recap: four rows with a label each, said before.
  'tom-lai': 10,
  // A table to stop at while questions are asked.
  'bai-khong-neu': 7,
  // The page about the source, read after the talk.
  nguon: 8,
}

/** Slides with a longer line, each with its reason. */
export const wider: Readonly<Record<string, number>> = {
  // The subject of the talk, which the first view must give, in two lines.
  'chuong-trinh': 46,
  // What led to the Resolution, in three groups of words.
  'nghi-quyet': 47,
  // Official wording in groups of words, one a line.
  'trong-tam-1': 52,
  // Official titles in an overview.
  'nam-dot-pha': 49,
  // An official title that was read before, in letters of a table.
  'tom-lai': 54,
  // What the papers say of themselves.
  'hoi-dap': 51,
  // Quotations of the source in a table.
  nguon: 51,
}

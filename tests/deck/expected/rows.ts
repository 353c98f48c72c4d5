/** Slides that take more rows, each with its reason. */
export const longer: Readonly<Record<string, number>> = {
  // Two people side by side, and the strip of what is missing.
  'nguoi-du': 7,
  // Three items of the programme, each with the parts that it leads to beside it.
  'chuong-trinh': 10,
  // Official wording in two halves, which must not be cut.
  'trong-tam-1': 7,
  // Two topics in full, and the strip of what is missing.
  'ben-canh-do': 7,
  // A table to stop at while questions are asked.
  'bai-khong-neu': 7,
  // The page about the source, read after the talk.
  nguon: 7,
}

/** Slides with a longer line, each with its reason. */
export const wider: Readonly<Record<string, number>> = {
  // Quotations of the source in a table.
  nguon: 52,
}

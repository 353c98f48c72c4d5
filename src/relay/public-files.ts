/** The files that the audience may load: an allow-list, so that new files stay private. */
const open: readonly RegExp[] = [
  /^\/(index|outline|check|huong-dan)\.html$/,
  /^\/sw(-live)?\.js$/,
  /^\/fonts\.css$/,
  /^\/assets\/[\w.-]+$/,
  /^\/(slides|audience|outline)\.pdf$/,
  /^\/mang-theo\/(khan-gia\.html|tai-lieu-nguoi-nghe\.pdf|trang-chieu\.(pdf|pptx)|de-cuong\.(pdf|docx))$/,
]

/** Whether a path of the site, decoded and normalised, is open to the audience. */
export const isForAudience = (path: string): boolean => open.some((form) => form.test(path))

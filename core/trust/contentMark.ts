/** A whole number below 2^31 that is the same for the same text; different texts nearly always differ (FNV-1a). */
export function textMark(text: string): number {
  let mark = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    mark = Math.imul(mark ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return mark >>> 1;
}

/** Mark of what a line bills; the marks of lines add up to that of a document in any order. */
export function lineMark(product: number, quantity: number, minor: number): number {
  let mark = product;
  for (const part of [
    quantity % 2 ** 31,
    Math.floor(quantity / 2 ** 31),
    minor % 2 ** 31,
    Math.floor(minor / 2 ** 31),
  ]) {
    mark = Math.imul(mark ^ part, 0x01_00_01_93) ^ (mark >>> 15);
  }
  return mark >>> 0;
}

// Reads and writes the binary format of WebAssembly, as far as the build needs it: https://webassembly.github.io/spec/core/binary/

import { Unexpected } from "./changes.mjs";

export class Reader {
  #bytes;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
  }

  get isOver() {
    return this.#at >= this.#bytes.length;
  }

  get at() {
    return this.#at;
  }

  byte() {
    return this.#bytes[this.#at++];
  }

  /** An unsigned number in LEB128. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  /** A signed number in LEB128. */
  signed() {
    let value = 0;
    for (let shift = 0; ; ) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      shift += 7;
      if (byte < 128) return byte & 64 ? value - 2 ** shift : value;
    }
  }

  take(length) {
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  text() {
    return this.take(this.number()).toString("utf8");
  }
}

export function encoded(number) {
  const bytes = [];
  for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) | 128);
  return Buffer.from([...bytes, number]);
}

/** A whole number from 0 on as a signed number in LEB128. */
export function signed(number) {
  // A zero bit in front keeps the sign: of the last seven bits, the highest must not be set.
  const bytes = [];
  for (; number > 63; number = Math.floor(number / 128)) bytes.push((number % 128) | 128);
  return Buffer.from([...bytes, number]);
}

export function sectionsOf(wasm) {
  const reader = new Reader(wasm.subarray(8));
  const sections = [];
  while (!reader.isOver) {
    const begin = reader.at;
    const id = reader.byte();
    const contents = reader.take(reader.number());
    sections.push({
      id,
      bytes: wasm.subarray(8 + begin, 8 + reader.at),
      reader: () => new Reader(contents),
      with: (others) => Buffer.concat([Buffer.from([id]), encoded(others.length), others]),
    });
  }
  return sections;
}

/** Where the data that a wasm brings with it begins in its memory, and where it ends, in bytes. */
export function dataOf(wasm) {
  const data = sectionsOf(wasm).find(({ id }) => id === 11);
  if (!data) throw new Unexpected("the wasm has no data");
  const reader = data.reader();
  const places = Array.from({ length: reader.number() }, () => placeOf(reader));
  return { begin: Math.min(...places.map(({ begin }) => begin)), end: Math.max(...places.map(({ end }) => end)) };
}

/** The place of one segment of data, which must be put into memory when the instance starts, at an address that is a number. */
function placeOf(reader) {
  const [kind, operation, begin, end] = [reader.number(), reader.byte(), reader.signed(), reader.byte()];
  if (kind !== 0 || operation !== 0x41 || end !== 0x0b) throw new Unexpected("the wasm's data has no fixed place");
  return { begin, end: begin + reader.take(reader.number()).length };
}

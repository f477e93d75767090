import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = {
  readonly name: string;
  readonly content: Buffer;
  /** What the archive says of its unpacked size; the truth where nothing is given. */
  readonly said?: number;
  /** Kept as it is, not packed. */
  readonly isStored?: boolean;
};

type Packed = { readonly bytes: Buffer; readonly check: number };

/** Packing the same part again and again would take longer than everything else. */
const packedBefore = new WeakMap<Buffer, Packed>();

/** A zip written by hand: in no time, and it may hold what no program would write. */
export function zipBytes(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { bytes, check } = packed(part);
    const file = Buffer.from(part.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.isStored ? 0 : 8, 4);
    common.writeUInt32LE(check, 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(part.said ?? part.content.length, 18);
    common.writeUInt16LE(file.length, 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    local.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, file, bytes);
    central.push(entry, file);
    offset += 30 + file.length + bytes.length;
  }
  const list = Buffer.concat(central);
  return Buffer.concat([...local, list, ...endOf(parts.length, list.length, offset)]);
}

function packed({ content, isStored }: ZipPart): Packed {
  if (isStored) return { bytes: content, check: crc32(content) };
  const found = packedBefore.get(content) ?? { bytes: deflateRawSync(content), check: crc32(content) };
  packedBefore.set(content, found);
  return found;
}

/** More parts than two bytes count are counted in the end of a zip64. */
function endOf(count: number, size: number, offset: number): Buffer[] {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  if (count < 0xffff) {
    end.writeUInt16LE(count, 8);
    end.writeUInt16LE(count, 10);
    end.writeUInt32LE(size, 12);
    end.writeUInt32LE(offset, 16);
    return [end];
  }
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  end.writeUInt16LE(0xffff, 8);
  end.writeUInt16LE(0xffff, 10);
  end.writeUInt32LE(0xffffffff, 12);
  end.writeUInt32LE(0xffffffff, 16);
  return [end64, locator, end];
}

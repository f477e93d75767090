import { describe, expect, it } from 'vitest';
import { ALWAYS, EverMembers } from './everMembers.ts';

const codes = ['A', 'B', 'C', 'D'];
const known = { codes, placeOf: new Map(codes.map((code, place) => [code, place])) };

describe('members on every day', () => {
  it('read like the map that they stand for', () => {
    const members = new EverMembers(known, new Uint32Array([0, 2, 3]));
    const map = new Map(['A', 'C', 'D'].map((code) => [code, ALWAYS]));
    expect([...members]).toEqual([...map]);
    expect([[...members.keys()], [...members.values()], members.size]).toEqual([
      [...map.keys()],
      [...map.values()],
      map.size,
    ]);
    for (const code of [...codes, 'E', '']) {
      expect([code, members.has(code), members.get(code)]).toEqual([code, map.has(code), map.get(code)]);
    }
    const seen: string[] = [];
    members.forEach((_, code) => void seen.push(code));
    expect(seen).toEqual(['A', 'C', 'D']);
  });

  it('may be none', () => {
    const nobody = new EverMembers(known, new Uint32Array());
    expect([nobody.has('A'), nobody.get('A'), [...nobody], nobody.size]).toEqual([false, undefined, [], 0]);
  });
});

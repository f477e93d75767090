import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type MoneyGround, moneyGround } from './moneyGround.ts';
import { type MoneyWorld, moneyPorts } from './moneyWorld.ts';

/** A fresh world for each test of a file, at noon of this day; what the last test has made goes with it. */
export function freshWorlds(day: string) {
  let ground: MoneyGround;
  let world: MoneyWorld;
  let ports: ReturnType<typeof moneyPorts>;
  const at = (now: string) => {
    ports = moneyPorts(ground.database.store, `${now}T12:00:00Z`);
  };
  beforeAll(async () => {
    ground = await moneyGround();
  });
  afterAll(() => ground.close());
  beforeEach(async () => {
    world = await ground.fresh();
    at(day);
  });
  return {
    /** It is noon of another day. */
    at,
    get ports() {
      return ports;
    },
    get world() {
      return world;
    },
    /** Everything that has to hold of the money holds. */
    sound: async () => expect(await ground.faults(world)).toEqual([]),
  };
}

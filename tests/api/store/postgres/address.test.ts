import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../../src/store/index.ts';
import { plain } from '../../../support/plain-reader.ts';
import { copiedDatabase, temporaryPlace } from '../../../support/temporary-store.ts';

async function emptyDatabase(): Promise<string> {
  const { where, remove } = await copiedDatabase('template0');
  onTestFinished(remove);
  return where;
}

async function run(where: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(where);
  await client.connect();
  for (const sql of statements) await client.query(sql);
  await client.end();
}

describe('a store at a postgres:// address', () => {
  it('is made in an empty database, by several at once too, and found again', async () => {
    const where = await emptyDatabase();
    const [one, two, three] = await Promise.all([openStore(where), openStore(where), openStore(where)]);
    await one.addExtraction(plain('Mara Ilves met Tomas Reyl.'));
    expect(await two.counts()).toEqual({ articles: 1, entities: 2, edges: 1 });
    for (const store of [one, two, three]) await store.close();
    await expect(one.counts()).rejects.toMatchObject({ code: 'store-closed' });
    const again = await openStore(where);
    expect(await again.counts()).toEqual({ articles: 1, entities: 2, edges: 1 });
    await again.close();
  });

  it('that nobody answers at is a problem that names it, without the password', async () => {
    const error: unknown = await openStore('postgres://ilves:secret@127.0.0.1:1/news').catch((problem) => problem);
    expect(error).toMatchObject({
      code: 'store-unreachable',
      text: { title: 'database "postgres://127.0.0.1:1/news" cannot be reached' },
    });
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  it('says what is missing: the database, the right password, the right to make tables', async () => {
    const where = await emptyDatabase();
    const elsewhere = Object.assign(new URL(where), { pathname: '/nowhere' }).href;
    await expect(openStore(elsewhere)).rejects.toMatchObject({
      code: 'store-unreadable',
      text: { detail: 'database "nowhere" does not exist', hint: expect.stringContaining('create database') },
    });
    const wrong = Object.assign(new URL(where), { password: 'wrong' }).href;
    await expect(openStore(wrong)).rejects.toMatchObject({
      code: 'store-unreadable',
      text: { hint: expect.stringContaining('password') },
    });
    await run(where, "create role guest login password 'guest'");
    onTestFinished(() => run(where, 'drop role guest'));
    const asGuest = Object.assign(new URL(where), { username: 'guest', password: 'guest' }).href;
    await expect(openStore(asGuest)).rejects.toMatchObject({
      code: 'store-unreadable',
      text: { detail: expect.stringContaining('permission denied'), hint: expect.stringContaining('grant') },
    });
  });

  it('whose sessions were ended says so where one was in use, and goes on', async () => {
    const where = await temporaryPlace();
    const store = await openStore(where);
    await store.counts();
    await run(
      where,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    const counts = () =>
      store.counts().catch((error) => {
        expect(error).toMatchObject({ code: 'store-unreachable' });
        return null;
      });
    await expect.poll(counts).toEqual({ articles: 0, entities: 0, edges: 0 });
    await store.close();
  });
});

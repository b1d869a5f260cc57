import { describe, expect, it } from 'vitest';
import {
  readAddress,
  shownAddress,
  withSettings,
} from '../../../src/adapters/postgres/connection/address';

const THREE =
  'postgresql://app:pa%40ss@db1.example.com:5432,db2.example.com,[::1]:6000/crms?target_session_attrs=read-write&sslmode=require';

function addressOf(text: string) {
  const address = readAddress(text);
  if (address === null) throw new Error(`No address: ${text}`);
  return address;
}

describe('the address of a database', () => {
  it('can name several hosts, of which the primary is meant', () => {
    const address = addressOf(THREE);
    expect(address.hosts).toEqual([
      { host: 'db1.example.com', port: 5432 },
      { host: 'db2.example.com', port: 5432 },
      { host: '::1', port: 6000 },
    ]);
    expect(address.url.href).toBe(
      'postgresql://app:pa%40ss@db1.example.com:5432/crms?sslmode=require',
    );
  });

  it('is shown without its password', () => {
    expect(shownAddress(addressOf(THREE))).toBe(
      'db1.example.com:5432,db2.example.com:5432,[::1]:6000/crms',
    );
    expect(shownAddress(addressOf('postgresql://app:hush@db:5433/crms'))).toBe('db:5433/crms');
  });

  it.each([
    'crms',
    'mysql://db/crms',
    'postgresql://db:port/crms',
    'postgresql://db1:5432,db2:x/crms',
    'postgresql://db1,,db2/crms',
    'postgresql://db1,db2/crms?target_session_attrs=standby',
  ])('%s is none', (text) => {
    expect(readAddress(text)).toBeNull();
  });

  it('keeps the options of an operator, and its own after them', () => {
    const address = addressOf('postgres://db/crms?options=-c%20work_mem%3D8MB&sslmode=require');
    const changed = new URL(withSettings(address, { lock_timeout: 600 }));
    expect(changed.searchParams.get('sslmode')).toBe('require');
    expect(changed.searchParams.getAll('options')).toEqual([
      expect.stringMatching(/^-c work_mem=8MB .*-c lock_timeout=600 -c TimeZone=UTC$/),
    ]);
    expect(changed.search).not.toContain('+');
  });

  it('of a socket is its folder', () => {
    const address = addressOf('postgresql:///crms?host=/run/postgresql');
    expect(address.hosts).toEqual([]);
    expect(withSettings(address)).toContain('host=%2Frun%2Fpostgresql');
  });
});

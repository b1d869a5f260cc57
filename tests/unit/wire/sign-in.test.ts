import { describe, expect, it } from 'vitest';
import { PASSWORD_LENGTH } from '../../../src/domain/people/password';
import { joinInput, passwordInput } from '../../../src/wire/forms/sign-in';

const JOINING = { token: 'abc', email: 'nora@example.test', password: 'x'.repeat(20) };

/** The fields that are wrong. */
function wrong({ error }: ReturnType<typeof joinInput.safeParse>): PropertyKey[] {
  return error?.issues.map(({ path }) => path[0] ?? '') ?? [];
}

describe('the form of a first password', () => {
  it('takes a password of any length that is allowed, and no other', () => {
    const lengths = [PASSWORD_LENGTH.least, PASSWORD_LENGTH.most].map((length) => [
      ...[length - 1, length, length + 1].map((size) =>
        wrong(joinInput.safeParse({ ...JOINING, password: '𝄞'.repeat(size) })),
      ),
    ]);
    expect(lengths).toEqual([
      [['password'], [], []],
      [[], [], ['password']],
    ]);
  });

  it('has a name only where the form asks for one', () => {
    expect(wrong(joinInput.safeParse(JOINING))).toEqual([]);
    expect(wrong(joinInput.safeParse({ ...JOINING, name: 'Nora' }))).toEqual([]);
    expect(wrong(joinInput.safeParse({ ...JOINING, name: ' ' }))).toEqual(['name']);
  });

  it('names every field that is wrong, and takes what a framework adds', () => {
    const typed = { token: 'abc', email: 'nora', name: '', password: '' };
    expect(wrong(joinInput.safeParse(typed))).toEqual(['email', 'name', 'password']);
    expect(wrong(joinInput.safeParse({ ...JOINING, $ACTION_KEY: 'k' }))).toEqual([]);
  });
});

describe('the form of the next password', () => {
  it('checks the next password and leaves the current one to the server', () => {
    const { error } = passwordInput.safeParse({ current: '', next: 'too short' });
    expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['next'], 'A password has at least 12 characters.'],
    ]);
    expect(passwordInput.safeParse({ current: 'x', next: JOINING.password }).success).toBe(true);
  });
});

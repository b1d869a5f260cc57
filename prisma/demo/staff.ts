import { createHash } from 'node:crypto';
import type { Actor } from '../../src/domain/people/actor';
import type { IsoDate } from '../../src/domain/values/date-range';
import { actor } from '../../src/domain/people/actor';
import { dayNumber } from '../../src/domain/values/date-range';

// The people who put the demo data in, all invented, and the hours they keep.

const STAFF = [
  ...['Mara Lindqvist', 'Tomas Okafor', 'Ines Varga', 'Jonah Whitfield'],
  ...['Priya Castellane', 'Bram Oduya', 'Sanne Falk'],
].map((name) => actor(name));

/** Whoever had a license's desk in some month: two people take turns. */
export function workerOn(desk: string, at: string): Actor {
  const seat = chance(desk) * STAFF.length;
  const turn = chance(`${desk} ${at.slice(0, 7)}`) < 0.65 ? 0 : 3;
  const worker = STAFF[(Math.floor(seat) + turn) % STAFF.length];
  if (worker === undefined) throw new Error('Nobody works here.');
  return worker;
}

const OPENING = 8 * 60;
const CLOSING = 17 * 60;
const MINUTES_PER_DAY = 24 * 60;

/**
 * The instants at which one contract is worked on: on weekdays, by day, rising, and all of them before today. The same
 * contract is always worked on at the same hours.
 */
export class WorkingHours {
  /** Minutes since 1970; the last thing done for the contract, and for the license in hand. */
  private contractMinute: number;
  private licenseMinute: number;
  private revisionsLeft = 0;
  private readonly end: number;
  private steps = 0;

  constructor(
    private readonly desk: string,
    begin: IsoDate,
    today: IsoDate,
  ) {
    this.contractMinute = dayNumber(begin) * MINUTES_PER_DAY + OPENING;
    this.licenseMinute = this.contractMinute;
    this.end = dayNumber(today) * MINUTES_PER_DAY;
  }

  /** When the contract was recorded. */
  begin(): string {
    this.contractMinute = this.atWork(this.contractMinute + this.between(20, 300));
    return this.instant(this.contractMinute);
  }

  /** The next license of the contract is taken in hand, a little after the one before. */
  nextLicense(revisions: number): void {
    this.contractMinute = this.atWork(this.contractMinute + this.between(4, 90));
    this.licenseMinute = this.contractMinute;
    this.revisionsLeft = revisions;
  }

  /** A few minutes after the last change of the license. */
  soon(): string {
    this.licenseMinute = this.atWork(this.licenseMinute + this.between(2, 25));
    this.contractMinute = Math.max(this.contractMinute, this.licenseMinute);
    return this.instant(this.licenseMinute);
  }

  /** Some days or weeks later, so that the remaining revisions reach up to today. */
  later(): string {
    const share = (this.end - this.licenseMinute) / Math.max(this.revisionsLeft, 1);
    const reach = this.revisionsLeft === 1 ? 0.7 + 0.3 * this.chance() : 0.4 + 0.5 * this.chance();
    this.revisionsLeft -= 1;
    this.licenseMinute = this.atWork(this.licenseMinute + share * reach);
    return this.instant(this.licenseMinute);
  }

  /** The same minute when somebody is at work then, else one on the next working morning, or the last one before today. */
  private atWork(wanted: number): number {
    let minute = Math.floor(wanted);
    const time = minute % MINUTES_PER_DAY;
    if (time < OPENING) minute += OPENING - time + this.between(1, 50);
    if (time >= CLOSING) minute += MINUTES_PER_DAY - time + OPENING + this.between(1, 50);
    while (isWeekend(minute)) minute += MINUTES_PER_DAY;
    return Math.min(minute, this.end - MINUTES_PER_DAY + CLOSING + this.steps);
  }

  private between(least: number, most: number): number {
    return least + Math.floor(this.chance() * (most - least));
  }

  private chance(): number {
    this.steps += 1;
    return chance(`${this.desk} ${this.steps}`);
  }

  private instant(minute: number): string {
    const seconds = Math.floor(chance(`${this.desk} at ${minute}`) * 60);
    return new Date((minute * 60 + seconds) * 1000).toISOString();
  }
}

function isWeekend(minute: number): boolean {
  const weekday = (Math.floor(minute / MINUTES_PER_DAY) + 4) % 7;
  return weekday === 0 || weekday === 6;
}

/** A number from 0 to below 1 that a text always gives. */
function chance(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

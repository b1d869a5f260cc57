import type { Run } from '../../service/commands/execute';
import type { Operations } from './operations';
import { COMMANDS } from '../../service/commands/commands';

/** Runs commands and tells operators of each, by its kind: a line in the log, metrics and a span. */
export function observed(run: Run, operations: () => Operations): Run {
  return (command, call) => {
    const { kind, input } = command;
    const { key, actor } = call;
    const subject = COMMANDS[kind].subject?.(input, actor);
    return operations().watch({ kind, key, actor, subject }, () => run(command, call));
  };
}

import type { Run } from '../../service/commands/execute';
import type { Operations } from './operations';
import { COMMANDS } from '../../service/commands/commands';

/** Records every command by its kind: a log line, metrics and a span. */
export function observed(run: Run, operations: () => Operations): Run {
  return (command, call) => {
    const { kind, input } = command;
    const { key, actor } = call;
    const subject = COMMANDS[kind].subject?.(input, actor);
    return operations().watch({ kind, key, actor, subject }, () => run(command, call));
  };
}

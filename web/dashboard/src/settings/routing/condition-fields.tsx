/** When a rule holds: groups of questions, which all have to hold. */

import type { ConditionGroup, Match } from '@parlor/core/routing';
import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../ui/button';
import { Segments } from '../../ui/choice';
import { FieldError } from '../../ui/field';
import { IconButton } from '../../ui/icon-button';
import { ClauseFields } from './clause-fields';
import { clausePart } from './rule-faults';
import { type FieldKind, freshClause, kindOf } from './rule-fields';
import {
  addClause,
  addGroup,
  changeGroup,
  mayAddClause,
  mayAddGroup,
  putClause,
  removeClause,
  removeGroup,
} from './rules';
import type { RuleForm } from './use-rule';
import { words } from './words';

const MATCHES: readonly Match[] = ['all', 'any', 'none'];
const MATCH_CHOICES = MATCHES.map((value) => ({ value, label: words.rule.match[value] }));

interface FormProps {
  readonly form: RuleForm;
}

interface GroupProps extends FormProps {
  readonly group: ConditionGroup;
  readonly at: number;
}

function GroupHead({ form, group, at }: GroupProps) {
  const setMatch = (match: Match) => form.edit((rule) => changeGroup(rule, at, (before) => ({ ...before, match })));
  return (
    <div className="clause-group-head">
      <Segments label={words.rule.matchLabel} value={group.match} choices={MATCH_CHOICES} onChoose={setMatch} />
      <span>{words.rule.ofThese}</span>
      {form.rule.when.length > 1 && (
        <IconButton
          icon={Trash2}
          small
          label={words.rule.removeGroup}
          onClick={() => form.edit((rule) => removeGroup(rule, at))}
        />
      )}
    </div>
  );
}

function Group(props: GroupProps) {
  const { form, group, at } = props;
  const error = form.errorAt(`group ${at}`);
  return (
    <li>
      {at > 0 && <p className="group-and">{words.rule.and}</p>}
      <div className="clause-group">
        <GroupHead {...props} />
        <ul className="clauses">
          {group.clauses.map((clause, number) => {
            const place = { group: at, clause: number };
            return (
              <ClauseFields
                // biome-ignore lint/suspicious/noArrayIndexKey: a question is nothing but its place
                key={number}
                clause={clause}
                error={form.errorAt(clausePart(place))}
                inbox={form.inbox}
                onChange={(next) => form.edit((rule) => putClause(rule, place, next))}
                onRemove={() => form.edit((rule) => removeClause(rule, place))}
              />
            );
          })}
        </ul>
        {error !== undefined && <FieldError>{error}</FieldError>}
        {mayAddClause(form.rule, group) && (
          <div>
            <Button
              icon={Plus}
              size="small"
              onClick={() => form.edit((rule) => addClause(rule, at, freshClause('page.url', form.inbox)))}
            >
              {words.rule.addClause}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

/** What has to be known of the values, once for all of them. */
function helpFor({ when }: RuleForm['rule']): string {
  const kinds = when.flatMap(({ clauses }) => clauses.map(({ field }) => kindOf(field)));
  const fields = when.flatMap(({ clauses }) => clauses.map(({ field }) => field));
  const asks = (...some: readonly FieldKind[]) => some.some((kind) => kinds.includes(kind));
  const { clockHelp, capitalsHelp, attributeHelp, vipHelp, sentimentHelp, queueHelp } = words.rule;
  const saysNoVip = when.some(({ clauses }) =>
    clauses.some(({ field, values }) => field === 'contact.vip' && values[0] === 'false'),
  );
  return [
    asks('hour', 'weekday') ? clockHelp : '',
    asks('text', 'attribute') ? capitalsHelp : '',
    asks('attribute') || fields.includes('contact.vip') ? attributeHelp : '',
    saysNoVip ? vipHelp : '',
    asks('score') ? sentimentHelp : '',
    asks('count', 'seconds') ? queueHelp : '',
  ]
    .filter(Boolean)
    .join(' ');
}

export function ConditionFields({ form }: FormProps) {
  const { rule, edit, inbox } = form;
  const isAlways = rule.when.length === 0;
  const help = helpFor(rule);
  return (
    <section className="rule-part">
      <h4>{words.rule.when}</h4>
      {isAlways && <p className="setup-none">{words.rule.always}</p>}
      <ul className="clause-groups">
        {rule.when.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is nothing but its place
          <Group key={at} form={form} group={group} at={at} />
        ))}
      </ul>
      {help !== '' && <p className="field-help">{help}</p>}
      {mayAddGroup(rule) && (
        <div>
          <Button
            icon={Plus}
            size="small"
            variant={isAlways ? 'outline' : 'plain'}
            className={isAlways ? undefined : 'add-group'}
            onClick={() => edit((before) => addGroup(before, freshClause('page.url', inbox)))}
          >
            {isAlways ? words.rule.addClause : words.rule.addGroup}
          </Button>
        </div>
      )}
    </section>
  );
}

import type * as z from "zod";
import { settings } from "@/models/setting";
import { recordAudit } from "../audit/record-audit.ts";
import { mongoClient } from "../db/client.ts";
import { type FieldError, ParleyError } from "../shared/errors.ts";
import { type SettingDefinition, sentenceOf } from "./define.ts";
import { definitionOf, isSettingId, type SettingId } from "./definitions/all.ts";
import { isLocked, remember, setting } from "./settings.ts";

type Actor = { userId: string; address: string };

/**
 * Changes several settings, all or none.
 * @param changes values by id, in the types of the registry
 * @throws ParleyError `invalid-input` with a field for each value that is not accepted, `setting-not-found`, `setting-locked`
 */
export async function changeSettings(changes: Record<string, unknown>, actor: Actor): Promise<void> {
	const accepted = check(changes);
	const changedAt = new Date();
	const docs = accepted.map(({ id, value }) => ({ _id: id, value, changedBy: actor.userId, changedAt }));
	const before = new Map(accepted.map(({ id }) => [id, setting(id)]));
	await mongoClient().withSession((session) =>
		session.withTransaction(async () => {
			for (const { _id, ...rest } of docs)
				await settings().updateOne({ _id }, { $set: rest }, { upsert: true, session });
		}),
	);
	for (const doc of docs) remember(doc);
	for (const { id, value } of accepted) {
		const hidden = definitionOf(id).secret;
		await recordAudit({
			actorId: actor.userId,
			address: actor.address,
			action: "setting.changed",
			target: id,
			before: hidden ? "(hidden)" : before.get(id),
			after: hidden ? "(hidden)" : value,
		});
	}
}

function check(changes: Record<string, unknown>): { id: SettingId; value: unknown }[] {
	const fields: FieldError[] = [];
	const accepted: { id: SettingId; value: unknown }[] = [];
	for (const [id, value] of Object.entries(changes)) {
		if (!isSettingId(id)) {
			fields.push({ path: `changes.${id}`, code: "setting-not-found", message: "There is no such setting." });
		} else if (isLocked(id)) {
			fields.push({ path: `changes.${id}`, code: "setting-locked", message: "Fixed by the server's environment." });
		} else {
			const definition = definitionOf(id);
			const parsed = definition.schema.safeParse(value);
			if (parsed.success) accepted.push({ id, value: parsed.data });
			else {
				const [issue] = parsed.error.issues;
				const message = sentenceOf(definition, issue);
				const why = whyNot(definition, issue);
				fields.push({ path: `changes.${id}`, code: "invalid-value", message, ...why });
			}
		}
	}
	if (fields.length > 0) throw new ParleyError("invalid-input", { fields });
	return accepted;
}

function whyNot(
	{ type, min, max }: SettingDefinition,
	issue: z.core.$ZodIssue | undefined,
): Pick<FieldError, "reason" | "values"> {
	if (min !== undefined && max !== undefined) return { reason: "integer", values: { minimum: min, maximum: max } };
	if (type === "boolean" || type === "select") return { reason: "choice" };
	if (issue?.code === "custom") return { reason: "structure" };
	if (issue?.code === "invalid_union") return { reason: "address" };
	if (issue?.code === "too_small") return { reason: "empty" };
	if (issue?.code === "too_big") return { reason: "long", values: { maximum: Number(issue.maximum) } };
	return {};
}

/** What a schema did not accept, in our codes. */
import type * as z from "zod";
import type { FieldError } from "./errors.ts";
import { NAME } from "./names.ts";

type Issue = z.core.$ZodIssue;
type Why = Pick<FieldError, "code" | "reason" | "values">;

/** A field for each thing that is wrong; several where an object holds unknown ones. */
export function fieldErrorsOf(issue: Issue): FieldError[] {
	const path = issue.path.join(".");
	if (issue.code === "unrecognized_keys") {
		return issue.keys.map((key) => ({
			path: path ? `${path}.${key}` : key,
			code: "unknown-field",
			message: "There is no such field.",
		}));
	}
	return [{ path, ...whyOf(issue), message: issue.message }];
}

/** The code is zod's own; the reason is what a person has to know besides it. */
export function whyOf(issue: Issue): Why {
	const code = issue.code.replaceAll("_", "-");
	switch (issue.code) {
		case "too_small":
			return { code, reason: sizeReasons[issue.origin] ?? "number", values: { minimum: Number(issue.minimum) } };
		case "too_big":
			return { code, reason: sizeReasons[issue.origin] ?? "number", values: { maximum: Number(issue.maximum) } };
		case "invalid_format": {
			const reason = issue.format === "regex" ? patternReason(issue.pattern) : formatReasons[issue.format];
			return { code, ...(reason && { reason }) };
		}
		default:
			return { code };
	}
}

/** Of what the size is. */
const sizeReasons: Record<string, string> = { string: "text", array: "list" };
const formatReasons: Record<string, string> = { email: "mail", url: "address", datetime: "time" };

function patternReason(pattern: string | undefined): string | undefined {
	return pattern === String(NAME) ? "name" : undefined;
}

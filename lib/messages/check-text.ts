import { setting } from "../settings/settings.ts";
import { invalidField } from "../shared/errors.ts";

/** @throws ParleyError `invalid-input` for a text of nothing, or longer than Message_MaxAllowedSize (in UTF-16 units, as browsers count) */
export function checkText(text: string, hasFiles = false): void {
	if (text.trim() === "" && !hasFiles) throw invalidField("text", "empty", "Write something first.");
	const most = setting("Message_MaxAllowedSize");
	if (text.length > most)
		throw invalidField("text", "too-long", `At most ${most} characters; this has ${text.length}.`, {
			values: { maximum: most, length: text.length },
		});
}

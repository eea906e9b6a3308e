import { readProfileFields } from "../../shared/profile-fields.ts";
import { boolean, integer, json, select } from "../define.ts";

export const accounts = {
	id: "accounts",
	title: "Accounts",
	settings: {
		Accounts_RegistrationForm: select({
			title: "Who may register",
			help: "Open: whoever reaches the page gets an account at once. Closed: administrators make the accounts.",
			default: "Public",
			options: [
				{ value: "Public", label: "Open" },
				{ value: "Disabled", label: "Closed" },
			],
		}),
		Accounts_AllowUserAvatarChange: boolean({
			title: "People may choose their picture",
			help: "Pictures that are there stay.",
			default: true,
		}),
		Accounts_CustomFields: json({
			title: "More fields in profiles",
			help: "What people tell of themselves besides name and bio, such as a team or a phone number. What stands in a field that is removed is shown again when the field comes back.",
			check: readProfileFields,
			accepts: 'JSON such as {"team": {"type": "select", "label": "Team", "options": ["Sales", "Docks"]}}',
		}),
		Accounts_PasswordReset: boolean({
			title: "Forgotten passwords are replaced by mail",
			help: "Who forgot it asks for a link on the sign-in page. Only where a mail server is named.",
			default: true,
		}),
		Accounts_LoginExpiration: integer({
			title: "Days until a session ends",
			help: "Counted from signing in; after it the person signs in again.",
			default: 90,
			min: 1,
			max: 3_650,
		}),
		Accounts_Password_Policy_Enabled: boolean({
			title: "Check new passwords",
			help: "Refuses passwords that are short, common, or the person's own name or mail address.",
			default: true,
		}),
		Accounts_Password_Policy_MinLength: integer({
			title: "Shortest password",
			help: "In characters. Long passwords protect better than ones with many kinds of characters.",
			default: 10,
			min: 1,
			max: 128,
		}),
	},
};

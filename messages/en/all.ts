/** The words of the page in English, by area. What stands here is the measure: the other languages have the same keys. */
import { settingWords } from "@/lib/settings/words";
import account from "./account.json";
import admin from "./admin.json";
import common from "./common.json";
import composer from "./composer.json";
import drafts from "./drafts.json";
import emoji from "./emoji.json";
import errors from "./errors.json";
import fields from "./fields.json";
import files from "./files.json";
import forward from "./forward.json";
import frame from "./frame.json";
import mails from "./mails.json";
import messages from "./messages.json";
import notifications from "./notifications.json";
import people from "./people.json";
import rooms from "./rooms.json";
import saved from "./saved.json";
import search from "./search.json";
import setup from "./setup.json";
import shortcuts from "./shortcuts.json";
import sidebar from "./sidebar.json";
import signIn from "./signIn.json";
import switcher from "./switcher.json";
import threads from "./threads.json";

const all = {
	account,
	admin,
	common,
	composer,
	drafts,
	emoji,
	errors,
	fields,
	files,
	forward,
	frame,
	mails,
	messages,
	notifications,
	people,
	rooms,
	saved,
	search,
	/** Written once, in the registry. */
	settings: settingWords(),
	setup,
	shortcuts,
	sidebar,
	signIn,
	switcher,
	threads,
};

export default all;
export type Messages = typeof all;

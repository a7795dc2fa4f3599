/** Every setting with what it is for, and a form to change it. */
import type { ListedSetting } from "../../../../services/settings.ts";
import { Button } from "../../../components/button/button.tsx";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Form } from "../../../components/form/form.tsx";
import { Input } from "../../../components/input/input.tsx";
import type { Site } from "../../../context.ts";
import { AdminPage } from "../admin-page.tsx";

type Fault = { readonly name: string; readonly value: string; readonly words: string };

type SettingsView = {
  readonly settings: readonly ListedSetting[];
  readonly done?: string | undefined;
  readonly fault?: Fault | undefined;
};

/** The page of settings. */
export function SettingsPage({ site, settings, done, fault }: SettingsView & { readonly site: Site }) {
  return (
    <AdminPage site={site} title="Settings" done={done}>
      {fault && (
        <ErrorSummary
          title="The setting was not changed"
          errors={[{ text: fault.words, href: `#setting-${fault.name}` }]}
        />
      )}
      <p class="govuk-body">Every change is kept in the log with what it was before.</p>
      {settings.map((setting) => (
        <SettingForm
          key={setting.name}
          site={site}
          setting={setting}
          fault={fault?.name === setting.name ? fault : undefined}
        />
      ))}
    </AdminPage>
  );
}

type SettingFormProps = {
  readonly site: Site;
  readonly setting: ListedSetting;
  readonly fault: Fault | undefined;
};

function SettingForm({ site, setting: { name, value, isShipped, words }, fault }: SettingFormProps) {
  return (
    <section class="app-admin__setting" aria-labelledby={`heading-${name}`}>
      <h2 class="govuk-heading-s" id={`heading-${name}`}>
        {inWords(name)}
      </h2>
      <Form site={site} action="/admin/settings">
        <input type="hidden" name="name" value={name} />
        <Input
          id={`setting-${name}`}
          name="value"
          label={`${words.slice(0, 1).toUpperCase()}${words.slice(1)}`}
          hint={isShipped ? "The shipped value." : "Changed here."}
          error={fault?.words}
          value={fault?.value ?? value}
          class="govuk-input--width-20"
        />
        <div class="govuk-button-group">
          <Button name="deed" value="set" class="govuk-button--secondary">
            Change <span class="govuk-visually-hidden">{inWords(name)}</span>
          </Button>
          {!isShipped && (
            <Button name="deed" value="reset" class="govuk-button--secondary">
              Back to the shipped value <span class="govuk-visually-hidden">of {inWords(name)}</span>
            </Button>
          )}
        </div>
      </Form>
    </section>
  );
}

/** "disclosureThreshold" as "Disclosure threshold". */
function inWords(name: string): string {
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

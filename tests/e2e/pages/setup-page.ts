import { expect, type Page } from '@playwright/test';

export interface FirstOwner {
  name: string;
  email: string;
  password: string;
  workspace: string;
  site: string;
  origins: string[];
}

/** The first-run set-up, and what an owner does right after it. */
export class SetupPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Walks through the steps at the printed address and answers with the tag for the site. */
  async setUp(address: string, owner: FirstOwner): Promise<string> {
    const { page } = this;
    await page.goto(address);
    await page.getByLabel('Your name').fill(owner.name);
    await page.getByLabel('Email').fill(owner.email);
    await page.getByLabel('Password', { exact: true }).fill(owner.password);
    await this.#next();
    await page.getByLabel('Name of your organisation').fill(owner.workspace);
    await this.#next();
    await page.getByLabel('Name of the site').fill(owner.site);
    await page.getByLabel('Addresses where the chat may run').fill(owner.origins.join('\n'));
    await page.getByRole('button', { name: 'Create workspace' }).click();
    await expect(page.getByText('Add the chat to your site')).toBeVisible();
    const tag = (await page.getByText('data-site=').first().textContent()) ?? '';
    return tag;
  }

  async toInbox(): Promise<void> {
    await this.page
      .getByRole('link', { name: 'Open the inbox' })
      .or(this.page.getByRole('button', { name: 'Open the inbox' }))
      .click();
    await expect(this.page.getByRole('region', { name: 'Conversations' })).toBeVisible();
  }

  /** Makes a one-time link for a further agent. */
  async invite(server: string, email: string): Promise<string> {
    const { page } = this;
    await page.goto(`${server}/settings/members`);
    await page.getByRole('button', { name: 'Invite someone' }).click();
    await page.getByLabel('Their email').fill(email);
    await page.getByRole('button', { name: 'Create link' }).click();
    const link = page.getByText(/https?:\/\/\S+\/invite#\S+/).first();
    await expect(link).toBeVisible();
    return /https?:\/\/\S+\/invite#\S+/.exec((await link.textContent()) ?? '')?.[0] ?? '';
  }

  async #next(): Promise<void> {
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }
}

import { expect, type Locator, type Page } from '@playwright/test';

/** The dashboard as an agent uses it. */
export class AgentPage {
  readonly page: Page;
  readonly server: string;
  readonly list: Locator;
  readonly log: Locator;
  readonly composer: Locator;
  readonly context: Locator;
  readonly header: Locator;

  constructor(page: Page, server: string) {
    this.page = page;
    this.server = server;
    this.list = page.getByRole('region', { name: 'Conversations' });
    this.log = page.getByRole('log', { name: 'Messages' });
    this.composer = page.locator('textarea#composer');
    this.context = page.getByRole('complementary', { name: 'Visitor' });
    this.header = page.locator('.conversation-head');
  }

  async signIn(email: string, password = 'casa-demo'): Promise<void> {
    await this.page.goto(`${this.server}/`);
    await this.page.getByLabel('Email').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await expect(this.list).toBeVisible();
  }

  async show(view: 'Mine' | 'Queue' | 'All'): Promise<void> {
    const tab = this.page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('link', { name: new RegExp(`^${view}`) });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-current', 'page');
  }

  /** The row whose preview or name holds this text. */
  row(text: string): Locator {
    return this.list.locator('.row').filter({ hasText: text });
  }

  timer(row: Locator): Locator {
    return row.locator('.timer').filter({ hasText: /^\d+:\d\d$/ });
  }

  async open(text: string): Promise<void> {
    await this.row(text).locator('a').click();
    await expect(this.log).toBeVisible();
  }

  /** The button that stands for the conversation's next step. */
  action(name: 'Accept' | 'Assign to me' | 'Resolve' | 'Reopen'): Locator {
    return this.header.getByRole('button', { name, exact: true });
  }

  async accept(): Promise<void> {
    await this.action('Accept').click();
    await expect(this.action('Resolve')).toBeVisible();
  }

  async resolve(): Promise<void> {
    await this.action('Resolve').click();
    await expect(this.action('Reopen')).toBeVisible();
  }

  async mode(name: 'Reply' | 'Note'): Promise<void> {
    const button = this.page.getByRole('group', { name: 'Reply or note' }).getByRole('button', { name, exact: true });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  }

  async write(text: string): Promise<void> {
    await this.composer.pressSequentially(text);
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    // The marks of emphasis are shown as emphasis.
    await expect(this.message(text.replaceAll('**', ''))).toBeVisible();
  }

  async note(text: string): Promise<void> {
    await this.mode('Note');
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.noteOf(text)).toBeVisible();
    await this.mode('Reply');
  }

  async tag(name: string): Promise<void> {
    await this.context.getByRole('button', { name: 'Add' }).click();
    await this.context.getByLabel('New tag').fill(name);
    await this.context.getByLabel('New tag').press('Enter');
    await expect(this.context.getByRole('button', { name: `Remove tag ${name}` })).toBeVisible();
  }

  message(text: string): Locator {
    return this.log.locator('article.message').filter({ hasText: text });
  }

  noteOf(text: string): Locator {
    return this.log.locator('article.note').filter({ hasText: text });
  }

  line(text: string | RegExp): Locator {
    return this.log.locator('.system-line').filter({ hasText: text });
  }

  typing(): Locator {
    return this.page.getByText(/ is typing$/).first();
  }

  /** The texts of all messages, notes left out, in the order of the screen. */
  transcript(): Promise<string[]> {
    return this.log.locator('article.message .bubble').evaluateAll((bubbles) =>
      bubbles.map((bubble) =>
        [...bubble.childNodes]
          .filter((part) => !(part instanceof Element && part.matches('.edited')))
          .map((part) => part.textContent)
          .join(''),
      ),
    );
  }
}

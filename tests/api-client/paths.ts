export interface paths {
  '/contracts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Contracts, by studio and reference number. */
    get: operations['listContracts'];
    put?: never;
    /** Record a contract, alone or together with its licenses and their offers. */
    post: operations['recordContract'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/contracts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one contract. */
    get: operations['readContract'];
    /** Change the details of a contract. */
    put: operations['correctContract'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List licenses. Filters combine. */
    get: operations['listLicenses'];
    put?: never;
    /** Grant a license under a contract. */
    post: operations['grantLicense'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one license with its offers and free slots, at the latest or an earlier version. */
    get: operations['readLicense'];
    /** Amend a license’s name, notes or terms. */
    put: operations['amendLicense'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses/{id}/offers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Generate offers: at their windows, in the first free slot, or as a price ladder. */
    post: operations['generateOffers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses/{id}/offers/replacements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Replace an offer. Its titles get the new offer. */
    post: operations['replaceOffer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses/{id}/offers/withdrawals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Withdraw offers and unassign them from their titles. */
    post: operations['withdrawOffers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses/{id}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Apply a change that a refusal or a conflict proposed. */
    post: operations['applyChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses/{id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Undo the newest change with a new change. */
    post: operations['undoNewestChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List titles. Filters combine. */
    get: operations['listContent'];
    put?: never;
    /** Register a title with its first offer. */
    post: operations['registerContent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/content/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one title. */
    get: operations['readContent'];
    /** Change the details of a title. */
    put: operations['correctContent'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/content/{id}/assignments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The offers of a title. They change with their licenses, so the title’s version does not name them. */
    get: operations['readAssignments'];
    put?: never;
    /** Assign one more offer to a title. */
    post: operations['assignOffer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/content/{id}/assignments/{licenseId}/{startsOn}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Assign another offer in place of one, in one step. */
    put: operations['moveAssignment'];
    post?: never;
    /** Unassign an offer from a title. */
    delete: operations['unassignOffer'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses/{id}/assignments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the titles that have an offer of a license, or one specific offer. */
    get: operations['listAssignedTitles'];
    put?: never;
    /** Assign one offer to many titles, all or nothing. The body names each title’s version. */
    post: operations['assignTitles'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/licenses/{id}/assignments/trial': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Preview the assignment for each title. Nothing is changed, so no key is required. */
    post: operations['tryAssigning'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/availability': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Check whether titles are available in a territory, on a device, for a rights type, on every day of a range. */
    get: operations['askAvailability'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List accepted changes, newest first: all, or those of one license, contract or title. */
    get: operations['listHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Imports, the newest first. */
    get: operations['listImports'];
    put?: never;
    /** Upload an avails workbook (.xlsx, at most 5 MB): as the body, or as the part `file` of a form. */
    post: operations['uploadImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the state of an import. Its ETag is its revision; poll while the import is in progress. */
    get: operations['readImport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{id}/problems': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the problems of the file, grouped by remedy. */
    get: operations['readImportProblems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{id}/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the outcome of each item in the file. */
    get: operations['readImportReview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{id}/rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Check the file again with different rules. */
    put: operations['changeImportRules'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{id}/commit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Commit the reviewed import: the whole file or nothing, or each license separately. */
    post: operations['commitImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Undo a committed import. */
    post: operations['undoImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cancel the running job of an import. A finished job is not changed. */
    post: operations['cancelImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{id}/rejected-rows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Start an export of the rejected rows as a workbook. */
    post: operations['exportRejectedRows'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Exports, the newest first. */
    get: operations['listExports'];
    put?: never;
    /** Start an export of offers: an avails workbook or CSV. */
    post: operations['orderExport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the state of an export. */
    get: operations['readExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exports/{id}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download the file of an export. Files are stored for 30 days. */
    get: operations['readExportFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exports/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cancel an export. A finished export is not changed. */
    post: operations['cancelExport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Stream committed changes as server-sent events. Resume with Last-Event-ID. */
    get: operations['readEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    ContractPage: {
      items: components['schemas']['ContractSummary'][];
      /** @description The cursor of the next page. */
      next: string | null;
      previous: string | null;
      /** @description Counted up to 10,000; 10,001 is more than that. */
      total: number;
    };
    ContractSummary: {
      /** Format: uuid */
      id: string;
      version: number;
      studio: string;
      reference: string;
      /** Format: date */
      signedOn: string;
      notes: string;
      licenses: number;
      /** @description Licenses whose window contains today. */
      current: number;
      /** Format: date */
      nextEnd: string | null;
    };
    Problem: {
      /**
       * Format: uri-reference
       * @description The documentation of the code.
       */
      type: string;
      title: string;
      status: number;
      /** @description What is wrong here, human-readable. */
      detail: string;
      /** @enum {string} */
      code:
        | 'malformed'
        | 'idempotency-key-required'
        | 'no-token'
        | 'role-too-low'
        | 'foreign-origin'
        | 'not-found'
        | 'method-not-allowed'
        | 'version-ahead'
        | 'no-version'
        | 'stale'
        | 'import-moved'
        | 'file-too-large'
        | 'body-too-large'
        | 'unsupported-media-type'
        | 'invalid-input'
        | 'invalid-if-match'
        | 'key-reused'
        | 'if-match-required'
        | 'too-many-requests'
        | 'busy'
        | 'outcome-unknown'
        | 'internal'
        | 'offer-outside-license'
        | 'offer-overlap'
        | 'no-free-slot'
        | 'devices-not-licensed'
        | 'offer-gone'
        | 'offers-stranded'
        | 'nothing-to-undo'
        | 'undo-out-of-order'
        | 'last-assignment'
        | 'titles-stranded'
        | 'offer-clash'
        | 'titles-clash'
        | 'assignment-gone'
        | 'already-assigned'
        | 'kind-fixed'
        | 'identifier-taken'
        | 'contract-reference-taken'
        | 'nothing-to-commit'
        | 'invalid-text'
        | 'invalid-date'
        | 'invalid-window'
        | 'last-day-too-late'
        | 'invalid-length'
        | 'empty-ladder'
        | 'invalid-devices'
        | 'invalid-territories'
        | 'invalid-rights-type'
        | 'unknown-currency'
        | 'invalid-price'
        | 'negative-price'
        | 'price-too-fine'
        | 'price-too-large'
        | 'invalid-content-kind'
        | 'invalid-number'
        | 'parent-missing'
        | 'parent-unfit'
        | 'invalid-identifier'
        | 'too-many-identifiers'
        | 'too-many-titles'
        | 'too-many-chosen'
        | 'not-a-workbook';
      errors?: components['schemas']['Complaint'][];
      /** @description Changes that avoid this refusal, nearest first. Send one to POST …/changes. */
      ways?: components['schemas']['Way'][];
      /** @description The nearest windows of the same length, and the free rest of the requested one. */
      nearest?: {
        fits: components['schemas']['Window'][];
        shortened: components['schemas']['Window'] | null;
      };
      /** @description The longest slot that is free. */
      longest?: components['schemas']['Window'] | null;
      overlaps?: {
        offer: components['schemas']['Offer'];
        days: components['schemas']['Window'];
      }[];
      outside?: components['schemas']['Window'][];
      /** @description Devices that are not licensed. */
      missing?: string[];
      stranded?: {
        offer: components['schemas']['Offer'];
        outside: components['schemas']['Window'][];
        missing: string[];
      }[];
      clashes?: {
        /** Format: uuid */
        licenseId: string;
        licenseName: string;
        offer: components['schemas']['Offer'];
        territories: string[];
        devices: string[];
        days: components['schemas']['Window'];
      }[];
      titlesClashes?: {
        offer: components['schemas']['Offer'];
        clash: {
          /** Format: uuid */
          licenseId: string;
          licenseName: string;
          offer: components['schemas']['Offer'];
          territories: string[];
          devices: string[];
          days: components['schemas']['Window'];
        };
        titles: number;
        example: string;
      }[];
      /** @description Offers that can be assigned instead of the only one. */
      alternatives?: components['schemas']['AssignedOffer'][];
      titles?: {
        /** Format: uuid */
        id: string;
        title: string;
      }[];
    };
    Complaint: {
      /** @description The location in the body, a JSON Pointer: #/offers/0/window. */
      pointer?: string;
      /** @description The name of a parameter that is not part of the body. */
      parameter?: string;
      code: string;
      detail: string;
    };
    Way: {
      label: string;
      change: components['schemas']['Change'];
    };
    Change:
      | components['schemas']['OffersGenerated']
      | components['schemas']['OfferReplaced']
      | components['schemas']['OffersWithdrawn']
      | components['schemas']['LicenseAmended'];
    OffersGenerated: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'offers-generated';
      offers: components['schemas']['Offer'][];
    };
    Offer: {
      name: string;
      price: components['schemas']['Money'];
      window: components['schemas']['Window'];
      devices: components['schemas']['Device'][];
    };
    Money: {
      /** @description Whole minor units: 999 is $9.99, 550 is ¥550. */
      minor: number;
      currency: components['schemas']['Currency'];
    };
    /**
     * @description ISO 4217.
     * @enum {string}
     */
    Currency:
      | 'AED'
      | 'AFN'
      | 'ALL'
      | 'AMD'
      | 'AOA'
      | 'ARS'
      | 'AUD'
      | 'AWG'
      | 'AZN'
      | 'BAM'
      | 'BBD'
      | 'BDT'
      | 'BHD'
      | 'BIF'
      | 'BMD'
      | 'BND'
      | 'BOB'
      | 'BRL'
      | 'BSD'
      | 'BTN'
      | 'BWP'
      | 'BYN'
      | 'BZD'
      | 'CAD'
      | 'CDF'
      | 'CHF'
      | 'CLP'
      | 'CNY'
      | 'COP'
      | 'CRC'
      | 'CUP'
      | 'CVE'
      | 'CZK'
      | 'DJF'
      | 'DKK'
      | 'DOP'
      | 'DZD'
      | 'EGP'
      | 'ERN'
      | 'ETB'
      | 'EUR'
      | 'FJD'
      | 'FKP'
      | 'GBP'
      | 'GEL'
      | 'GHS'
      | 'GIP'
      | 'GMD'
      | 'GNF'
      | 'GTQ'
      | 'GYD'
      | 'HKD'
      | 'HNL'
      | 'HTG'
      | 'HUF'
      | 'IDR'
      | 'ILS'
      | 'INR'
      | 'IQD'
      | 'IRR'
      | 'ISK'
      | 'JMD'
      | 'JOD'
      | 'JPY'
      | 'KES'
      | 'KGS'
      | 'KHR'
      | 'KMF'
      | 'KPW'
      | 'KRW'
      | 'KWD'
      | 'KYD'
      | 'KZT'
      | 'LAK'
      | 'LBP'
      | 'LKR'
      | 'LRD'
      | 'LSL'
      | 'LYD'
      | 'MAD'
      | 'MDL'
      | 'MGA'
      | 'MKD'
      | 'MMK'
      | 'MNT'
      | 'MOP'
      | 'MRU'
      | 'MUR'
      | 'MVR'
      | 'MWK'
      | 'MXN'
      | 'MYR'
      | 'MZN'
      | 'NAD'
      | 'NGN'
      | 'NIO'
      | 'NOK'
      | 'NPR'
      | 'NZD'
      | 'OMR'
      | 'PAB'
      | 'PEN'
      | 'PGK'
      | 'PHP'
      | 'PKR'
      | 'PLN'
      | 'PYG'
      | 'QAR'
      | 'RON'
      | 'RSD'
      | 'RUB'
      | 'RWF'
      | 'SAR'
      | 'SBD'
      | 'SCR'
      | 'SDG'
      | 'SEK'
      | 'SGD'
      | 'SHP'
      | 'SLE'
      | 'SOS'
      | 'SRD'
      | 'SSP'
      | 'STN'
      | 'SVC'
      | 'SYP'
      | 'SZL'
      | 'THB'
      | 'TJS'
      | 'TMT'
      | 'TND'
      | 'TOP'
      | 'TRY'
      | 'TTD'
      | 'TWD'
      | 'TZS'
      | 'UAH'
      | 'UGX'
      | 'USD'
      | 'UYU'
      | 'UZS'
      | 'VED'
      | 'VES'
      | 'VND'
      | 'VUV'
      | 'WST'
      | 'XAF'
      | 'XCD'
      | 'XCG'
      | 'XOF'
      | 'XPF'
      | 'YER'
      | 'ZAR'
      | 'ZMW'
      | 'ZWG';
    Window: {
      /**
       * Format: date
       * @description The first day.
       */
      startsOn: string;
      /**
       * Format: date
       * @description The first day after the window; null when it is open.
       */
      endsOn: string | null;
    };
    /** @enum {string} */
    Device: 'tv' | 'set-top-box' | 'computer' | 'mobile' | 'tablet' | 'console';
    OfferReplaced: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'offer-replaced';
      before: components['schemas']['Offer'];
      after: components['schemas']['Offer'];
    };
    OffersWithdrawn: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'offers-withdrawn';
      offers: components['schemas']['Offer'][];
    };
    LicenseAmended: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'license-amended';
      before: components['schemas']['LicenseDetails'];
      after: components['schemas']['LicenseDetails'];
    };
    LicenseDetails: {
      name: string;
      notes: string;
      terms: components['schemas']['Terms'];
    };
    Terms: {
      rightsType: components['schemas']['RightsType'];
      territories: components['schemas']['Territory'][];
      devices: components['schemas']['Device'][];
      window: components['schemas']['Window'];
    };
    /** @enum {string} */
    RightsType: 'EST' | 'POEST' | 'TVOD' | 'PVOD' | 'SVOD' | 'AVOD' | 'FVOD' | 'FAST';
    /** @enum {string} */
    Territory:
      | 'AD'
      | 'AE'
      | 'AF'
      | 'AG'
      | 'AI'
      | 'AL'
      | 'AM'
      | 'AO'
      | 'AQ'
      | 'AR'
      | 'AS'
      | 'AT'
      | 'AU'
      | 'AW'
      | 'AX'
      | 'AZ'
      | 'BA'
      | 'BB'
      | 'BD'
      | 'BE'
      | 'BF'
      | 'BG'
      | 'BH'
      | 'BI'
      | 'BJ'
      | 'BL'
      | 'BM'
      | 'BN'
      | 'BO'
      | 'BQ'
      | 'BR'
      | 'BS'
      | 'BT'
      | 'BV'
      | 'BW'
      | 'BY'
      | 'BZ'
      | 'CA'
      | 'CC'
      | 'CD'
      | 'CF'
      | 'CG'
      | 'CH'
      | 'CI'
      | 'CK'
      | 'CL'
      | 'CM'
      | 'CN'
      | 'CO'
      | 'CR'
      | 'CU'
      | 'CV'
      | 'CW'
      | 'CX'
      | 'CY'
      | 'CZ'
      | 'DE'
      | 'DJ'
      | 'DK'
      | 'DM'
      | 'DO'
      | 'DZ'
      | 'EC'
      | 'EE'
      | 'EG'
      | 'EH'
      | 'ER'
      | 'ES'
      | 'ET'
      | 'FI'
      | 'FJ'
      | 'FK'
      | 'FM'
      | 'FO'
      | 'FR'
      | 'GA'
      | 'GB'
      | 'GD'
      | 'GE'
      | 'GF'
      | 'GG'
      | 'GH'
      | 'GI'
      | 'GL'
      | 'GM'
      | 'GN'
      | 'GP'
      | 'GQ'
      | 'GR'
      | 'GS'
      | 'GT'
      | 'GU'
      | 'GW'
      | 'GY'
      | 'HK'
      | 'HM'
      | 'HN'
      | 'HR'
      | 'HT'
      | 'HU'
      | 'ID'
      | 'IE'
      | 'IL'
      | 'IM'
      | 'IN'
      | 'IO'
      | 'IQ'
      | 'IR'
      | 'IS'
      | 'IT'
      | 'JE'
      | 'JM'
      | 'JO'
      | 'JP'
      | 'KE'
      | 'KG'
      | 'KH'
      | 'KI'
      | 'KM'
      | 'KN'
      | 'KP'
      | 'KR'
      | 'KW'
      | 'KY'
      | 'KZ'
      | 'LA'
      | 'LB'
      | 'LC'
      | 'LI'
      | 'LK'
      | 'LR'
      | 'LS'
      | 'LT'
      | 'LU'
      | 'LV'
      | 'LY'
      | 'MA'
      | 'MC'
      | 'MD'
      | 'ME'
      | 'MF'
      | 'MG'
      | 'MH'
      | 'MK'
      | 'ML'
      | 'MM'
      | 'MN'
      | 'MO'
      | 'MP'
      | 'MQ'
      | 'MR'
      | 'MS'
      | 'MT'
      | 'MU'
      | 'MV'
      | 'MW'
      | 'MX'
      | 'MY'
      | 'MZ'
      | 'NA'
      | 'NC'
      | 'NE'
      | 'NF'
      | 'NG'
      | 'NI'
      | 'NL'
      | 'NO'
      | 'NP'
      | 'NR'
      | 'NU'
      | 'NZ'
      | 'OM'
      | 'PA'
      | 'PE'
      | 'PF'
      | 'PG'
      | 'PH'
      | 'PK'
      | 'PL'
      | 'PM'
      | 'PN'
      | 'PR'
      | 'PS'
      | 'PT'
      | 'PW'
      | 'PY'
      | 'QA'
      | 'RE'
      | 'RO'
      | 'RS'
      | 'RU'
      | 'RW'
      | 'SA'
      | 'SB'
      | 'SC'
      | 'SD'
      | 'SE'
      | 'SG'
      | 'SH'
      | 'SI'
      | 'SJ'
      | 'SK'
      | 'SL'
      | 'SM'
      | 'SN'
      | 'SO'
      | 'SR'
      | 'SS'
      | 'ST'
      | 'SV'
      | 'SX'
      | 'SY'
      | 'SZ'
      | 'TC'
      | 'TD'
      | 'TF'
      | 'TG'
      | 'TH'
      | 'TJ'
      | 'TK'
      | 'TL'
      | 'TM'
      | 'TN'
      | 'TO'
      | 'TR'
      | 'TT'
      | 'TV'
      | 'TW'
      | 'TZ'
      | 'UA'
      | 'UG'
      | 'UM'
      | 'US'
      | 'UY'
      | 'UZ'
      | 'VA'
      | 'VC'
      | 'VE'
      | 'VG'
      | 'VI'
      | 'VN'
      | 'VU'
      | 'WF'
      | 'WS'
      | 'XK'
      | 'YE'
      | 'YT'
      | 'ZA'
      | 'ZM'
      | 'ZW';
    AssignedOffer: {
      /** Format: uuid */
      licenseId: string;
      licenseName: string;
      offer: components['schemas']['Offer'];
    };
    Contract: {
      /** Format: uuid */
      id: string;
      version: number;
      studio: string;
      reference: string;
      /** Format: date */
      signedOn: string;
      notes: string;
    };
    ContractRecorded: {
      /** Format: uuid */
      id: string;
      /** @description The new version. */
      version: number;
      /** @description The licenses that were sent, in the same order. */
      licenses?: components['schemas']['Saved'][];
    };
    Saved: {
      /** Format: uuid */
      id: string;
      /** @description The new version. */
      version: number;
    };
    RecordContract: {
      studio: string;
      reference: string;
      /** Format: date */
      signedOn: string;
      notes: string;
      /** @description Granted under the contract in the same step: all of it is saved, or nothing. */
      licenses?: components['schemas']['LicenseToGrant'][];
    };
    LicenseToGrant: {
      details: components['schemas']['LicenseDetails'];
      /** @description At their windows. They are a part of version 1 of the license. */
      offers?: components['schemas']['Offer'][];
    };
    StaleProblem: {
      /**
       * Format: uri-reference
       * @description The documentation of the code.
       */
      type: string;
      title: string;
      status: number;
      /** @description What is wrong here, human-readable. */
      detail: string;
      /** @enum {string} */
      code:
        | 'malformed'
        | 'idempotency-key-required'
        | 'no-token'
        | 'role-too-low'
        | 'foreign-origin'
        | 'not-found'
        | 'method-not-allowed'
        | 'version-ahead'
        | 'no-version'
        | 'stale'
        | 'import-moved'
        | 'file-too-large'
        | 'body-too-large'
        | 'unsupported-media-type'
        | 'invalid-input'
        | 'invalid-if-match'
        | 'key-reused'
        | 'if-match-required'
        | 'too-many-requests'
        | 'busy'
        | 'outcome-unknown'
        | 'internal'
        | 'offer-outside-license'
        | 'offer-overlap'
        | 'no-free-slot'
        | 'devices-not-licensed'
        | 'offer-gone'
        | 'offers-stranded'
        | 'nothing-to-undo'
        | 'undo-out-of-order'
        | 'last-assignment'
        | 'titles-stranded'
        | 'offer-clash'
        | 'titles-clash'
        | 'assignment-gone'
        | 'already-assigned'
        | 'kind-fixed'
        | 'identifier-taken'
        | 'contract-reference-taken'
        | 'nothing-to-commit'
        | 'invalid-text'
        | 'invalid-date'
        | 'invalid-window'
        | 'last-day-too-late'
        | 'invalid-length'
        | 'empty-ladder'
        | 'invalid-devices'
        | 'invalid-territories'
        | 'invalid-rights-type'
        | 'unknown-currency'
        | 'invalid-price'
        | 'negative-price'
        | 'price-too-fine'
        | 'price-too-large'
        | 'invalid-content-kind'
        | 'invalid-number'
        | 'parent-missing'
        | 'parent-unfit'
        | 'invalid-identifier'
        | 'too-many-identifiers'
        | 'too-many-titles'
        | 'too-many-chosen'
        | 'not-a-workbook';
      latestVersion?: number;
      /** @description For a contract: the changes since the base version. */
      since?: components['schemas']['HistoryEntry'][];
      conflict?: components['schemas']['Conflict'];
      /** @description For several titles: the first that was changed since. */
      stale?: {
        /** Format: uuid */
        contentId: string;
        version: number;
      };
    };
    HistoryEntry: {
      /** @enum {string} */
      aggregate: 'license' | 'contract' | 'content';
      /** Format: uuid */
      aggregateId: string;
      /** @description The current name. */
      name: string;
      version: number;
      /** Format: date-time */
      at: string;
      actor: string;
      /**
       * Format: uuid
       * @description The id of the person or the token; `null` for changes by the system.
       */
      actorId: string | null;
      /** @description The change in one line. */
      words: string;
      file?: {
        /** Format: uuid */
        importId: string;
        name: string;
      };
      isGone?: boolean;
    };
    Conflict: components['schemas']['LicenseConflict'] | components['schemas']['ContentConflict'];
    LicenseConflict: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'license';
      /** Format: uuid */
      licenseId: string;
      madeAgainst: number;
      latestVersion: number;
      /** @description The changes since the base version, in order. */
      since: components['schemas']['HistoryEntry'][];
      /** @enum {string} */
      verdict: 'legal' | 'settled' | 'disputed' | 'refused' | 'gone';
      reason: string | null;
      dispute: {
        fields: string[];
        yours: components['schemas']['Change'];
        theirs: components['schemas']['Change'];
      } | null;
      ways: components['schemas']['Way'][];
      /** @description Field by field, human-readable. */
      rows: {
        field: string;
        label: string;
        before: string | null;
        yours: string | null;
        theirs: string | null;
        result: string | null;
        /** @enum {string|null} */
        origin: 'yours' | 'theirs' | 'both' | 'adjusted' | null;
      }[];
      /** @description The neighboring offers: with your change, as they are, and as they would be. */
      strips: {
        span: components['schemas']['Window'];
        yours: components['schemas']['MarkedOffer'][];
        theirs: components['schemas']['MarkedOffer'][];
        result: components['schemas']['MarkedOffer'][];
      };
    };
    MarkedOffer: {
      name: string;
      price: components['schemas']['Money'];
      window: components['schemas']['Window'];
      devices: components['schemas']['Device'][];
      /** @enum {string|null} */
      mark: 'yours' | 'theirs' | null;
    };
    ContentConflict: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'content';
      madeAgainst: number;
      latestVersion: number;
      /** @description The changes since the base version, in order. */
      since: components['schemas']['HistoryEntry'][];
      /** @enum {string} */
      verdict: 'legal' | 'refused' | 'settled' | 'last';
      reason: string | null;
      details: components['schemas']['ContentDetails'];
    };
    ContentDetails: {
      title: string;
      kind: components['schemas']['ContentKind'];
      studio: string;
      releaseYear: number | null;
      /**
       * Format: uuid
       * @description The title it belongs to.
       */
      parentId: string | null;
      /** @description Its number within the parent. */
      position: number | null;
      identifiers: components['schemas']['Identifier'][];
      notes: string;
    };
    /** @enum {string} */
    ContentKind: 'movie' | 'series' | 'season' | 'episode' | 'short' | 'supplement' | 'bundle';
    Identifier: {
      /** @enum {string} */
      scheme: 'house' | 'eidr' | 'alid' | 'isan' | 'imdb' | 'other';
      value: string;
    };
    ContractDetails: {
      studio: string;
      reference: string;
      /** Format: date */
      signedOn: string;
      notes: string;
    };
    LicensePage: {
      items: components['schemas']['LicenseSummary'][];
      /** @description The cursor of the next page. */
      next: string | null;
      previous: string | null;
      /** @description Counted up to 10,000; 10,001 is more than that. */
      total: number;
    };
    LicenseSummary: {
      /** Format: uuid */
      id: string;
      /** @description The ETag for If-Match, so that no read is needed before a change. */
      version: number;
      name: string;
      /** Format: uuid */
      contractId: string;
      contractReference: string;
      studio: string;
      rightsType: components['schemas']['RightsType'];
      territories: components['schemas']['Territory'][];
      devices: components['schemas']['Device'][];
      window: components['schemas']['Window'];
      /** @description Free days from today; null for an open window. */
      freeDays: number | null;
      nextChange: {
        /** @enum {string} */
        kind: 'starts' | 'offer-starts' | 'price' | 'gap' | 'ends' | 'ended' | 'none';
        /** Format: date */
        day: string | null;
      };
      /** @description With include=offers: the first of them, in date order. */
      offers?: components['schemas']['Offer'][];
      /** @description With include=offers: whether GET /licenses/{id} has more of them. */
      hasMoreOffers?: boolean;
    };
    License: {
      /** Format: uuid */
      id: string;
      version: number;
      /** Format: uuid */
      contractId: string;
      details: components['schemas']['LicenseDetails'];
      /** @description In date order. */
      offers: components['schemas']['Offer'][];
      /** @description The free windows of the license, in date order. */
      slots: components['schemas']['Window'][];
      lastChange: components['schemas']['HistoryEntry'];
    };
    GrantLicense: {
      /** Format: uuid */
      contractId: string;
      details: components['schemas']['LicenseDetails'];
    };
    LicenseSaved: {
      /** Format: uuid */
      id: string;
      version: number;
      /** @description The offers that the change added to the timeline. */
      offers: components['schemas']['Offer'][];
    };
    GenerationPlan:
      | components['schemas']['GenerateAt']
      | components['schemas']['GenerateFirstFree']
      | components['schemas']['GenerateLadder'];
    /** @description At the windows of the offers. */
    GenerateAt: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'at';
      offers: components['schemas']['Offer'][];
    };
    /** @description In the first free slot of a length. */
    GenerateFirstFree: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'first-free';
      offer: components['schemas']['OfferWithoutWindow'];
      days: number;
      /**
       * Format: date
       * @description The earliest possible first day.
       */
      onOrAfter: string;
    };
    OfferWithoutWindow: {
      name: string;
      price: components['schemas']['Money'];
      devices: components['schemas']['Device'][];
    };
    /** @description Consecutive offers from a given day. */
    GenerateLadder: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'ladder';
      /**
       * Format: date
       * @description The first day of the first step.
       */
      start: string;
      devices: components['schemas']['Device'][];
      steps: components['schemas']['LadderStep'][];
    };
    LadderStep: {
      name: string;
      price: components['schemas']['Money'];
      days: number;
    };
    OfferReplacement: {
      before: components['schemas']['Offer'];
      after: components['schemas']['Offer'];
    };
    OfferWithdrawal: {
      offers: components['schemas']['Offer'][];
    };
    ContentPage: {
      items: components['schemas']['ContentSummary'][];
      /** @description The cursor of the next page. */
      next: string | null;
      previous: string | null;
      /** @description Counted up to 10,000; 10,001 is more than that. */
      total: number;
    };
    ContentSummary: {
      /** Format: uuid */
      id: string;
      version: number;
      title: string;
      kind: components['schemas']['ContentKind'];
      studio: string;
      releaseYear: number | null;
      /** @description Outermost first. */
      belongsTo: {
        /** Format: uuid */
        id: string;
        title: string;
      }[];
      position: number | null;
      identifiers: components['schemas']['Identifier'][];
      /** @description The days on which it is on offer anywhere. */
      coverage: components['schemas']['Window'][];
      assignments: number;
    };
    Content: {
      /** Format: uuid */
      id: string;
      version: number;
      details: components['schemas']['ContentDetails'];
    };
    RegisterContent: {
      details: components['schemas']['ContentDetails'];
      first: components['schemas']['ChosenOffer'];
    };
    /** @description A title needs at least one offer (C1). */
    ChosenOffer: {
      /** Format: uuid */
      licenseId: string;
      offer: components['schemas']['Offer'];
    };
    Assignments: {
      /** Format: uuid */
      contentId: string;
      /** @description The version of the title, for If-Match. */
      version: number;
      /** @description In date order. */
      assigned: components['schemas']['AssignedOffer'][];
      /** @description The days on which it is on offer anywhere. */
      coverage: components['schemas']['Window'][];
    };
    TitlesAssigned: {
      /** @description The titles that were assigned. Titles that already had the offer are not included. */
      assigned: components['schemas']['Saved'][];
    };
    AssignTitles: {
      offer: components['schemas']['Offer'];
      titles: {
        /** Format: uuid */
        contentId: string;
        version: number;
      }[];
    };
    Trial: {
      titles: {
        /** Format: uuid */
        contentId: string;
        title: string;
        version: number;
        /** @enum {string} */
        outcome: 'assigned' | 'already' | 'blocked';
        reason: string | null;
      }[];
    };
    TryAssigning: {
      offer: components['schemas']['Offer'];
      contentIds: string[];
    };
    AvailabilityPage: {
      items: components['schemas']['Availability'][];
      /** @description The cursor of the next page. */
      next: string | null;
      previous: string | null;
      /** @description Counted up to 10,000; 10,001 is more than that. */
      total: number;
    };
    Availability: {
      /** Format: uuid */
      contentId: string;
      title: string;
      /** @enum {string} */
      verdict: 'yes' | 'no' | 'partly';
      /**
       * Format: date
       * @description The next day on which it is available.
       */
      nextYes: string | null;
      /** @description In date order; together they cover exactly the requested days. */
      spans: components['schemas']['AnsweredDays'][];
    };
    AnsweredDays: components['schemas']['AvailableDays'] | components['schemas']['UnavailableDays'];
    AvailableDays: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      answer: 'yes';
      /** @description The same as the answer. */
      available: boolean;
      days: components['schemas']['Window'];
      license: components['schemas']['LicenseRef'];
      offer: components['schemas']['Offer'];
    };
    LicenseRef: {
      /** Format: uuid */
      licenseId: string;
      licenseName: string;
    };
    UnavailableDays: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      answer: 'no';
      available: boolean;
      days: components['schemas']['Window'];
      /** @enum {string} */
      obstacle:
        | 'not-licensed-there'
        | 'not-for-device'
        | 'not-started'
        | 'ended'
        | 'no-offer'
        | 'not-assigned'
        | 'blocked';
      /** @description Human-readable. */
      reason: string;
      license?: components['schemas']['LicenseRef'];
      offer?: components['schemas']['Offer'];
    };
    HistoryPage: {
      items: components['schemas']['HistoryEntry'][];
      /** @description The cursor of earlier changes. */
      next: string | null;
    };
    ImportPage: {
      items: components['schemas']['ImportSummary'][];
      /** @description The cursor of the next page. */
      next: string | null;
      previous: string | null;
      /** @description Counted up to 10,000; 10,001 is more than that. */
      total: number;
    };
    ImportSummary: {
      /** Format: uuid */
      id: string;
      fileName: string;
      studios: string[];
      /** @enum {string} */
      state:
        | 'waiting'
        | 'checking'
        | 'unreadable'
        | 'ready'
        | 'committing'
        | 'committed'
        | 'undoing'
        | 'undone'
        | 'cancelled';
      uploadedBy: string;
      /** Format: date-time */
      uploadedAt: string;
      rows: number;
      /** @description Rows with errors. */
      rejected: number;
    };
    Import: {
      /** Format: uuid */
      id: string;
      fileName: string;
      studios: string[];
      /** @enum {string} */
      state:
        | 'waiting'
        | 'checking'
        | 'unreadable'
        | 'ready'
        | 'committing'
        | 'committed'
        | 'undoing'
        | 'undone'
        | 'cancelled';
      uploadedBy: string;
      /** Format: date-time */
      uploadedAt: string;
      rows: number;
      /** @description Rows with errors. */
      rejected: number;
      /** @description Increases with every check; If-Match names it. */
      revision: number;
      /** @description Of the avails standard. */
      version: string | null;
      versionStated: boolean;
      sheets: {
        name: string;
        rows: number;
        skipped: string | null;
      }[];
      rules: components['schemas']['ImportRules'];
      errors: number;
      warnings: number;
      counts: {
        /** @enum {string} */
        what: 'contract' | 'license' | 'offer' | 'title';
        /** @enum {string} */
        outcome: 'blocked' | 'stale' | 'withdrawn' | 'created' | 'changed' | 'unchanged';
        count: number;
      }[];
      applicable: number;
      blocked: number;
      unpriced: string[];
      progress: {
        words: string;
        done: number;
        total: number;
      } | null;
      failure: string | null;
      settledBy: string | null;
      /** Format: date-time */
      settledAt: string | null;
    };
    ImportRules: {
      /** @enum {string} */
      endDates: 'inclusive' | 'exclusive';
      /** @enum {string} */
      sameDayHandover: 'hand-over' | 'refuse';
      /** @enum {string} */
      reductions: 'split' | 'refuse';
      /** @enum {string} */
      formats: 'refuse' | 'best-format';
      /** @enum {string} */
      licenses: 'propose' | 'existing';
      currency: components['schemas']['Currency'];
      devices: components['schemas']['Device'][];
      contract: string | null;
      /** @description Amounts of prices without an amount: { "Tier 2": … }. */
      prices: {
        [key: string]: components['schemas']['Money'];
      };
    };
    ImportProblems: {
      items: {
        code: string;
        /** @enum {string} */
        severity: 'error' | 'warning';
        message: string;
        remedy: string;
        count: number;
        /** @description The first of them, at most 100. */
        problems: {
          code: string;
          /** @enum {string} */
          severity: 'error' | 'warning';
          sheet: string | null;
          row: number | null;
          column: string | null;
          value: string;
          message: string;
          remedy: string;
        }[];
      }[];
    };
    ReviewPage: {
      items: components['schemas']['ReviewLine'][];
      /** @description The cursor of the next page. */
      next: string | null;
      previous: string | null;
      /** @description Counted up to 10,000; 10,001 is more than that. */
      total: number;
    };
    ReviewLine: {
      /** @enum {string} */
      what: 'contract' | 'license' | 'offer' | 'title';
      /** @enum {string} */
      outcome: 'blocked' | 'stale' | 'withdrawn' | 'created' | 'changed' | 'unchanged';
      name: string;
      words: string;
      /** Format: uuid */
      id: string;
      rows: {
        sheet: string;
        row: number;
      }[];
      reason: string | null;
      isStored: boolean;
    };
    /** @description The request is stored together with its job. */
    ImportAccepted: {
      /** Format: uuid */
      id: string;
      revision: number;
    };
    CommitImport: {
      /** @enum {string} */
      mode: 'file' | 'license';
    };
    RejectedRows: {
      /** Format: uuid */
      exportId: string;
    };
    ExportPage: {
      items: components['schemas']['Export'][];
      /** @description The cursor of the next page. */
      next: string | null;
      previous: string | null;
      /** @description Counted up to 10,000; 10,001 is more than that. */
      total: number;
    };
    Export: {
      /** Format: uuid */
      id: string;
      /** @description Description of the export, human-readable. */
      words: string;
      /** @enum {string} */
      format: 'xlsx' | 'csv';
      /** @enum {string} */
      state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
      rows: number;
      failure: string | null;
      leftOut: {
        title: string;
        reason: string;
      }[];
      leftOutCount: number;
      hasFile: boolean;
      madeBy: string;
      /** Format: date-time */
      madeAt: string;
      /** Format: date-time */
      finishedAt: string | null;
    };
    ExportOrdered: {
      /** Format: uuid */
      id: string;
    };
    OrderExport: {
      query: components['schemas']['ExportQuery'];
      /** @enum {string} */
      format: 'xlsx' | 'csv';
    };
    ExportQuery: {
      studio?: string;
      contractIds?: string[];
      licenseIds?: string[];
      contentIds?: string[];
      /**
       * Format: date
       * @description Offers that run on this day.
       */
      on?: string;
      /**
       * Format: date
       * @description Offers that run on this day or later.
       */
      from?: string;
      /**
       * @description How the cell End is written: `date`, as the standard does, or `last-second`, with T23:59:59, for receivers that read a date alone as the start of that day.
       * @enum {string}
       */
      endDates?: 'date' | 'last-second';
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listContracts: {
    parameters: {
      query?: {
        q?: string;
        /** @description The `next` or `previous` of another page. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of contracts. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractPage'];
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recordContract: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordContract'];
      };
    };
    responses: {
      /** @description The recorded contract. */
      201: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description The URL of the created resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractRecorded'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readContract: {
    parameters: {
      query?: never;
      header?: {
        'if-none-match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The contract. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contract'];
        };
      };
      /** @description The version is still the one in If-None-Match. */
      304: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  correctContract: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ContractDetails'];
      };
    };
    responses: {
      /** @description The changed details. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Saved'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listLicenses: {
    parameters: {
      query?: {
        /** @description Words to find in name, studio or contract reference. */
        q?: string;
        studio?: string;
        contractId?: string;
        rightsType?: components['schemas']['RightsType'];
        territory?: components['schemas']['Territory'];
        device?: components['schemas']['Device'];
        status?: 'current' | 'upcoming' | 'ended';
        /** @description The last day is within this many days from today. */
        expiringWithin?: number;
        sort?: 'name' | 'studio' | 'starts' | 'ends';
        direction?: 'ascending' | 'descending';
        /** @description What each line tells besides: its offers. */
        include?: 'offers';
        /** @description The `next` or `previous` of another page. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of licenses. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LicensePage'];
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  grantLicense: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantLicense'];
      };
    };
    responses: {
      /** @description The granted license. */
      201: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description The URL of the created resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Saved'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readLicense: {
    parameters: {
      query?: {
        version?: number;
      };
      header?: {
        'if-none-match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The license. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['License'];
        };
      };
      /** @description The version is still the one in If-None-Match. */
      304: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  amendLicense: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseDetails'];
      };
    };
    responses: {
      /** @description The amended license. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Saved'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  generateOffers: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GenerationPlan'];
      };
    };
    responses: {
      /** @description The saved license. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LicenseSaved'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  replaceOffer: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OfferReplacement'];
      };
    };
    responses: {
      /** @description The saved license. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LicenseSaved'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawOffers: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OfferWithdrawal'];
      };
    };
    responses: {
      /** @description The saved license. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LicenseSaved'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  applyChange: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Change'];
      };
    };
    responses: {
      /** @description The saved license. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LicenseSaved'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  undoNewestChange: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The saved license. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LicenseSaved'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listContent: {
    parameters: {
      query?: {
        /** @description Part of a title, misspelt or not, or an identifier or its beginning. */
        q?: string;
        studio?: string;
        kind?: components['schemas']['ContentKind'];
        parentId?: string;
        /** @description On offer anywhere today, or nowhere; or, in some territory as some rights type, with a last offer that ends or a gap that begins within 90 days. */
        coverage?: 'on-offer' | 'off-offer' | 'going-dark' | 'gap-ahead';
        /** @description The `next` or `previous` of another page. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of titles. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContentPage'];
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  registerContent: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterContent'];
      };
    };
    responses: {
      /** @description The registered title. */
      201: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description The URL of the created resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Saved'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readContent: {
    parameters: {
      query?: never;
      header?: {
        'if-none-match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The title. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Content'];
        };
      };
      /** @description The version is still the one in If-None-Match. */
      304: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  correctContent: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ContentDetails'];
      };
    };
    responses: {
      /** @description The changed details. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Saved'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readAssignments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Its offers. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Assignments'];
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  assignOffer: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChosenOffer'];
      };
    };
    responses: {
      /** @description The title with its new offer. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Saved'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  moveAssignment: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
        licenseId: string;
        startsOn: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChosenOffer'];
      };
    };
    responses: {
      /** @description The title with the replaced offer. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Saved'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  unassignOffer: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
        licenseId: string;
        startsOn: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The title without the offer. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Saved'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAssignedTitles: {
    parameters: {
      query?: {
        /** @description The first day of the specific offer. */
        startsOn?: string;
        /** @description The `next` or `previous` of another page. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of titles. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContentPage'];
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  assignTitles: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssignTitles'];
      };
    };
    responses: {
      /** @description The assigned titles. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TitlesAssigned'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  tryAssigning: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TryAssigning'];
      };
    };
    responses: {
      /** @description The result for each title. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Trial'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  askAvailability: {
    parameters: {
      query: {
        territory: components['schemas']['Territory'];
        device: components['schemas']['Device'];
        rightsType: components['schemas']['RightsType'];
        startsOn: string;
        /** @description The first day after the range. */
        endsOn: string;
        q?: string;
        studio?: string;
        kind?: components['schemas']['ContentKind'];
        /** @description Ids of titles, instead of the filters; may be repeated. */
        contentId?: string[];
        /** @description The `next` or `previous` of another page. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Each title with its answer. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AvailabilityPage'];
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listHistory: {
    parameters: {
      query?: {
        aggregateId?: string;
        /** @description The name of the person or token that made the change. */
        actor?: string;
        /** @description The `next` or `previous` of another page. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of changes. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryPage'];
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listImports: {
    parameters: {
      query?: {
        /** @description The `next` or `previous` of another page. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of imports. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportPage'];
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  uploadImport: {
    parameters: {
      query?: {
        /** @description The file name. A form sends it itself. */
        fileName?: string;
      };
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description The check has started. */
      202: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description The URL of the started export, if it is new. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportAccepted'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readImport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The import. */
      200: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Import'];
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readImportProblems: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The problems, in groups. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportProblems'];
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readImportReview: {
    parameters: {
      query?: {
        what?: 'contract' | 'license' | 'offer' | 'title';
        outcome?: 'blocked' | 'stale' | 'withdrawn' | 'created' | 'changed' | 'unchanged';
        /** @description The `next` or `previous` of another page. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of the review. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewPage'];
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeImportRules: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportRules'];
      };
    };
    responses: {
      /** @description The request was accepted. */
      202: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description The URL of the started export, if it is new. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportAccepted'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  commitImport: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CommitImport'];
      };
    };
    responses: {
      /** @description The request was accepted. */
      202: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description The URL of the started export, if it is new. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportAccepted'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  undoImport: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
        /** @description The ETag of the base version. */
        'if-match': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The request was accepted. */
      202: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description The URL of the started export, if it is new. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportAccepted'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelImport: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The request was accepted. */
      202: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description The URL of the started export, if it is new. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportAccepted'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportRejectedRows: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The export has started. */
      202: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description The URL of the started export, if it is new. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RejectedRows'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description stale, version-ahead, no-version */
      412: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['StaleProblem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description if-match-required */
      428: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listExports: {
    parameters: {
      query?: {
        /** @description The `next` or `previous` of another page. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of exports. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportPage'];
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  orderExport: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OrderExport'];
      };
    };
    responses: {
      /** @description The export has started. */
      202: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description The URL of the started export, if it is new. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportOrdered'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readExport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The export. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Export'];
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readExportFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelExport: {
    parameters: {
      query?: never;
      header: {
        /** @description A UUID that identifies the change. A repeated key returns the stored response and does not run the change again. */
        'idempotency-key': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The export is canceled or finished. */
      202: {
        headers: {
          /** @description The version, such as "8", for If-Match and If-None-Match. */
          ETag?: string;
          /** @description true when the key was accepted before and this is the stored response. */
          'Idempotency-Replayed'?: string;
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description The URL of the started export, if it is new. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportOrdered'];
        };
      };
      /** @description malformed, idempotency-key-required */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description role-too-low, foreign-origin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The change breaks a rule; the code names it. */
      409: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input, key-reused, or the code of a value */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy, outcome-unknown: repeat it with the same key */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readEvents: {
    parameters: {
      query?: {
        /** @description May be repeated. */
        aggregate?: ('contract' | 'license' | 'content')[];
        /** @description Id of a license, contract or title to watch; may be repeated. */
        id?: string[];
      };
      header?: {
        'last-event-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The event stream. */
      200: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description malformed */
      400: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description no-token */
      401: {
        headers: {
          /** @description Bearer (RFC 6750). */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description invalid-input */
      422: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests, with Retry-After */
      429: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description busy */
      503: {
        headers: {
          /** @description The remaining requests, and the seconds until the limit resets. */
          RateLimit?: string;
          /** @description The requests per token and the length of the period in seconds. */
          'RateLimit-Policy'?: string;
          /** @description Seconds to wait before the next request. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}

// The seed scenario through the client that oapi-codegen makes of the document.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"time"

	"crms.example/scenario/crms"

	"github.com/google/uuid"
	openapi_types "github.com/oapi-codegen/runtime/types"
)

func main() {
	if err := scenario(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("the scenario is as told")
}

func scenario(url, token string) error {
	ctx := context.Background()
	client, err := crms.NewClientWithResponses(url, crms.WithRequestEditorFn(
		func(_ context.Context, request *http.Request) error {
			request.Header.Set("Authorization", "Bearer "+token)
			return nil
		}))
	if err != nil {
		return err
	}

	contract, err := client.RecordContractWithResponse(ctx,
		&crms.RecordContractParams{IdempotencyKey: uuid.NewString()},
		crms.ContractDetails{Studio: "DISNEY", Reference: "D-GO", SignedOn: day("2018-11-30")})
	if err != nil || contract.JSON201 == nil {
		return fmt.Errorf("contract: %v %s", err, contract.Body)
	}
	devices := []crms.Device{"tv", "mobile"}
	terms := crms.Terms{
		RightsType:  "SVOD",
		Territories: []crms.Territory{"US"},
		Devices:     devices,
		Window:      window("2019-01-01", "2025-01-01"),
	}
	granted, err := client.GrantLicenseWithResponse(ctx,
		&crms.GrantLicenseParams{IdempotencyKey: uuid.NewString()},
		crms.GrantLicense{
			ContractId: contract.JSON201.Id,
			Details:    crms.LicenseDetails{Name: "Library 2019-2024", Terms: terms},
		})
	if err != nil || granted.JSON201 == nil {
		return fmt.Errorf("license: %v %s", err, granted.Body)
	}
	id := granted.JSON201.Id

	generate := func(version int, name string, minor int, start, end string) (*crms.GenerateOffersResponse, error) {
		var plan crms.GenerationPlan
		offer := crms.Offer{
			Name:    name,
			Price:   crms.Money{Minor: minor, Currency: "USD"},
			Window:  window(start, end),
			Devices: devices,
		}
		if err := plan.FromGenerateAt(crms.GenerateAt{Offers: []crms.Offer{offer}}); err != nil {
			return nil, err
		}
		params := crms.GenerateOffersParams{IdempotencyKey: uuid.NewString(), IfMatch: etag(version)}
		return client.GenerateOffersWithResponse(ctx, id, &params, plan)
	}
	offers := []struct {
		name       string
		minor      int
		start, end string
	}{
		{"DSC", 999, "2021-01-01", "2022-01-01"},
		{"PREM", 499, "2022-01-01", "2022-10-01"},
		{"STD_DSC", 199, "2023-01-01", "2023-09-09"},
	}
	for index, one := range offers {
		saved, err := generate(index+1, one.name, one.minor, one.start, one.end)
		if err != nil || saved.JSON200 == nil || saved.JSON200.Version != index+2 {
			return fmt.Errorf("%s: %v %s", one.name, err, saved.Body)
		}
	}

	refused, err := generate(4, "FOURTH", 399, "2021-06-01", "2022-06-01")
	if err != nil || refused.ApplicationproblemJSON409 == nil {
		return fmt.Errorf("the fourth: %v %s", err, refused.Body)
	}
	if code := refused.ApplicationproblemJSON409.Code; code != "offer-overlap" {
		return fmt.Errorf("the fourth: %s", code)
	}

	page, err := client.ListLicensesWithResponse(ctx,
		&crms.ListLicensesParams{ContractId: &contract.JSON201.Id})
	if err != nil || page.JSON200 == nil || len(page.JSON200.Items) != 1 {
		return fmt.Errorf("the list: %v %s", err, page.Body)
	}
	version := page.JSON200.Items[0].Version
	hers, err := generate(version, "MARTA", 99, "2023-09-09", "2024-01-01")
	if err != nil || hers.JSON200 == nil || hers.JSON200.Version != 5 {
		return fmt.Errorf("hers: %v %s", err, hers.Body)
	}
	stale, err := generate(4, "PRIYA", 299, "2024-01-01", "2024-07-01")
	if err != nil || stale.ApplicationproblemJSON412 == nil {
		return fmt.Errorf("stale: %v %s", err, stale.Body)
	}
	conflict, err := stale.ApplicationproblemJSON412.Conflict.AsLicenseConflict()
	if err != nil || len(conflict.Ways) == 0 {
		return fmt.Errorf("the conflict: %v %s", err, stale.Body)
	}
	applied, err := client.ApplyChangeWithResponse(ctx, id,
		&crms.ApplyChangeParams{IdempotencyKey: uuid.NewString(), IfMatch: etag(conflict.LatestVersion)},
		conflict.Ways[0].Change)
	if err != nil || applied.JSON200 == nil || applied.JSON200.Version != 6 {
		return fmt.Errorf("applied: %v %s", err, applied.Body)
	}

	seen, err := client.ReadLicenseWithResponse(ctx, id, &crms.ReadLicenseParams{})
	if err != nil || seen.JSON200 == nil || len(seen.JSON200.Offers) != 5 {
		return fmt.Errorf("seen: %v %s", err, seen.Body)
	}
	return nil
}

func etag(version int) string { return fmt.Sprintf("%q", fmt.Sprint(version)) }

func day(text string) openapi_types.Date {
	parsed, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return openapi_types.Date{Time: parsed}
}

func window(start, end string) crms.Window {
	last := day(end)
	return crms.Window{StartsOn: day(start), EndsOn: &last}
}

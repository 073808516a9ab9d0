package io.crmviews.merge.json;

import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.Characteristic;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.party.Usage;
import io.crmviews.model.party.Validity;
import java.time.Instant;

/** Names, contact media, identifiers, characteristics. */
final class PartyJson {

    private PartyJson() {}

    static void write(PartyName name, Out out) {
        if (name instanceof PersonName person) {
            out.text("name", "person");
            usage(person.usage(), out);
            out.text("formatted", person.formatted())
                    .text("given", person.given())
                    .text("middle", person.middle())
                    .text("family", person.family())
                    .text("prefix", person.prefix())
                    .text("suffix", person.suffix());
        } else if (name instanceof OrganizationName organization) {
            out.text("name", "organization");
            usage(organization.usage(), out);
            out.text("text", organization.text());
        }
    }

    static PartyName name(In in) {
        String type = in.text("name");
        return switch (type) {
            case "person" ->
                new PersonName(
                        usage(in),
                        in.text("formatted"),
                        in.text("given"),
                        in.text("middle"),
                        in.text("family"),
                        in.text("prefix"),
                        in.text("suffix"));
            case "organization" -> new OrganizationName(usage(in), in.text("text"));
            default -> throw in.wrong("name", "One of person and organization is expected.");
        };
    }

    static void write(ContactMedium medium, Out out) {
        if (medium instanceof EmailAddress email) {
            out.text("medium", "email").text("value", email.value());
            write(email.authentication(), out);
        } else if (medium instanceof PhoneNumber phone) {
            out.text("medium", "phone").text("value", phone.value()).text("type", phone.type());
            write(phone.authentication(), out);
        } else if (medium instanceof PostalAddress address) {
            write(address, out);
        } else if (medium instanceof SocialHandle social) {
            out.text("medium", "social").text("network", social.network()).text("handle", social.handle());
            write(social.authentication(), out);
        } else if (medium instanceof Device device) {
            out.text("medium", "device").text("type", device.type()).text("id", device.id());
        }
        usage(medium.usage(), out);
    }

    private static void write(PostalAddress address, Out out) {
        out.text("medium", "address")
                .text("street", address.street())
                .text("unit", address.unit())
                .text("city", address.city())
                .text("region", address.region())
                .text("postcode", address.postcode())
                .text("country", address.country());
    }

    static ContactMedium medium(In in) {
        Usage usage = usage(in);
        return switch (in.text("medium")) {
            case "email" -> new EmailAddress(usage, in.text("value"), authentication(in));
            case "phone" -> new PhoneNumber(usage, in.text("value"), in.text("type"), authentication(in));
            case "social" -> new SocialHandle(usage, in.text("network"), in.text("handle"), authentication(in));
            case "device" -> new Device(usage, in.text("type"), in.text("id"));
            case "address" ->
                new PostalAddress(
                        usage,
                        in.text("street"),
                        in.text("unit"),
                        in.text("city"),
                        in.text("region"),
                        in.text("postcode"),
                        in.text("country"));
            default -> throw in.wrong("medium", "One of email, phone, address, social and device is expected.");
        };
    }

    static void write(Identifier identifier, Out out) {
        out.text("type", identifier.type())
                .text("issuer", identifier.issuer())
                .text("value", identifier.value())
                .instant("validFrom", identifier.validity().from(), Instant.MIN)
                .instant("validUntil", identifier.validity().until(), Instant.MAX);
        write(identifier.authentication(), out);
    }

    static Identifier identifier(In in) {
        return new Identifier(
                in.text("type"),
                in.text("issuer"),
                in.text("value"),
                authentication(in),
                new Validity(in.instant("validFrom", Instant.MIN), in.instant("validUntil", Instant.MAX)));
    }

    static void write(Characteristic said, Out out) {
        out.text("name", said.name()).text("value", said.value());
    }

    static Characteristic characteristic(In in) {
        return new Characteristic(in.text("name"), in.text("value"));
    }

    private static void write(Authentication authentication, Out out) {
        out.constant("assurance", authentication.assurance(), Authentication.Assurance.CLAIMED)
                .instant("assuredSince", authentication.since(), Instant.MIN);
    }

    private static Authentication authentication(In in) {
        return new Authentication(
                in.constant("assurance", Authentication.Assurance.class, Authentication.Assurance.CLAIMED),
                in.instant("assuredSince", Instant.MIN));
    }

    private static void usage(Usage usage, Out out) {
        out.constant("usage", usage, Usage.CURRENT);
    }

    private static Usage usage(In in) {
        return in.constant("usage", Usage.class, Usage.CURRENT);
    }
}

package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTest {

    @Test
    void aLineIsReadAsItWasWritten() throws Packet.Malformed {
        Packet packet = new Packet("n1", "c2", Packet.body("read_ok").put("in_reply_to", 7));

        Packet read = Packet.parse("n1", packet.line());

        assertThat(read).isEqualTo(packet);
        assertThat(read.type()).isEqualTo("read_ok");
        assertThat(read.inReplyTo()).hasValue(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "\"text\"", "{\"term\": 3}", "{\"type\": null}"})
    void nodesMayTellEachOtherAnything(String body) throws Packet.Malformed {
        Packet packet = Packet.parse("n1", "{\"src\": \"n1\", \"dest\": \"n2\", \"body\": " + body + "}");

        assertThat(Values.of(packet.body())).isEqualTo(Values.of(Json.tree(body)));
        assertThat(packet.inReplyTo()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    hello                                          | no JSON
                    ``                                             | no JSON object
                    {"src":"n1","dest":"c1","body":{}} trailing    | no JSON
                    {"src":"n1","dest":"c1","body":{               | no JSON
                    ["n1","c1",{}]                                 | no JSON object
                    {"dest":"c1","body":{}}                        | without the texts
                    {"src":null,"dest":"c1","body":{}}             | without the texts
                    {"src":"n1","dest":1,"body":{}}                | without the texts
                    {"src":"n1","dest":"c1"}                       | without a 'body'
                    {"src":"n2","dest":"c1","body":{}}             | 'src' "n2" instead of its own name
                    """)
    void whatIsNoMessageOfTheNodeIsRefused(String line, String why) {
        assertThatThrownBy(() -> Packet.parse("n1", line))
                .isInstanceOf(Packet.Malformed.class)
                .hasMessageContaining(why);
    }

    @Test
    void aReplyGoesBackWithTheNumberOfItsRequest() {
        Packet request = Packet.request("n1", "lin-kv", Packet.body("read"), 12);

        assertThat(request.reply(Packet.body("read_ok")).line())
                .isEqualTo("{\"src\":\"lin-kv\",\"dest\":\"n1\",\"body\":{\"type\":\"read_ok\",\"in_reply_to\":12}}");
    }

    @Test
    void theReplyToARequestWithoutANumberHasNone() {
        Packet request = new Packet("n1", "lin-tso", Packet.body("ts"));

        assertThat(request.reply(Packet.body("ts_ok")).inReplyTo()).isEmpty();
    }
}

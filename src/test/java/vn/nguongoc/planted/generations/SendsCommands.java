package vn.nguongoc.planted.generations;

import org.axonframework.commandhandling.gateway.CommandGateway;

/** A generation with a gateway. */
public interface SendsCommands {
    CommandGateway gateway();
}
